from django.urls import path

from turnpoint.apps.occupations import fact_views, views

app_name = "occupations"
urlpatterns = [
    path("", views.search, name="search"),
    path("suggest/", views.suggest, name="suggest"),
    path("compare/", views.compare, name="compare"),
    path("facts/", fact_views.facts, name="facts"),
    path("facts/not-now/", fact_views.dismiss_offer, name="facts-dismiss"),
    path("facts/<slug:name>/", fact_views.source, name="facts-source"),
    path("facts/<slug:name>/add/", fact_views.add, name="facts-add"),
    path("facts/<slug:name>/remove/", fact_views.remove, name="facts-remove"),
    path("facts/<slug:name>/put-back/", fact_views.put_back, name="facts-put-back"),
    path("<str:code>/to/<str:to>/", views.move, name="move"),
    path("<str:code>/", views.read, name="read"),
    path("<str:code>/save/", views.save, name="save"),
    path("<str:code>/unsave/", views.unsave, name="unsave"),
]
