from django.urls import path

from turnpoint.apps.transitions import views

app_name = "transitions"
urlpatterns = [
    path("", views.list_all, name="list"),
]
