from django.urls import path

from turnpoint.apps.occupations import views

app_name = "occupations"
urlpatterns = [
    path("", views.search, name="search"),
    path("suggest/", views.suggest, name="suggest"),
    path("facts/", views.facts, name="facts"),
]
