from django.urls import path

from turnpoint.apps.destinations import views

app_name = "destinations"
urlpatterns = [
    path("", views.list_all, name="list"),
]
