from django.urls import path

from turnpoint.apps.occupations import views

app_name = "occupations"
urlpatterns = [
    path("", views.search, name="search"),
    path("suggest/", views.suggest, name="suggest"),
    path("compare/", views.compare, name="compare"),
    path("facts/", views.facts, name="facts"),
    path("<str:code>/", views.read, name="read"),
    path("<str:code>/save/", views.save, name="save"),
    path("<str:code>/unsave/", views.unsave, name="unsave"),
]
