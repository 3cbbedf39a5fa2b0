from django.urls import path

from turnpoint.apps.profiles import views
from turnpoint.apps.profiles.resume import views as resume

app_name = "profiles"
urlpatterns = [
    path("", views.profile, name="profile"),
    path("about/", views.about, name="about"),
    path("import/", resume.choose, name="import"),
    path("import/<uuid:pending_id>/", resume.preview, name="preview-import"),
    path("import/<int:import_id>/undo/", resume.undo, name="undo-import"),
    path("roles/add/", views.add_role, name="add-role"),
    path("<slug:kind>/add/", views.add, name="add"),
    path("<slug:kind>/<int:entry_id>/", views.entry, name="entry"),
    path("<slug:kind>/<int:entry_id>/remove/", views.remove, name="remove"),
    path("<slug:kind>/<int:entry_id>/restore/", views.restore, name="restore"),
]
