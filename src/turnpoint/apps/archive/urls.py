from django.urls import path

from turnpoint.apps.archive import views

app_name = "archive"
urlpatterns = [
    path("", views.your_data, name="your-data"),
    path("everything.zip", views.export, name="export"),
    path("restore/", views.restore, name="restore"),
    path("erase/", views.erase, name="erase"),
]
