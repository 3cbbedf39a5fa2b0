from django.urls import path

from turnpoint.apps.roles import views

app_name = "roles"
urlpatterns = [
    path("", views.role, name="role"),
]
