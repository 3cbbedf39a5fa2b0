from django.urls import path

from turnpoint.apps.plans import focus_views, views

app_name = "plans"
urlpatterns = [
    path("", views.today, name="today"),
    path("day/add/", focus_views.add, name="add"),
    path("day/<int:focus_id>/<slug:act>/", focus_views.act, name="act"),
    path("plan/", views.plan, name="plan"),
    path("find/", views.find, name="find"),
]
