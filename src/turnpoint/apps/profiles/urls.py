from django.urls import path

from turnpoint.apps.profiles import views

app_name = "profiles"
urlpatterns = [
    path("", views.profile, name="profile"),
]
