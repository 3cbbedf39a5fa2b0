from django.urls import path

from turnpoint.apps.plans import focus_views, goal_views, views

app_name = "plans"
urlpatterns = [
    path("", views.today, name="today"),
    path("day/add/", focus_views.add, name="add"),
    path("day/<int:focus_id>/<slug:act>/", focus_views.act, name="act"),
    path("plan/", views.plan, name="plan"),
    path("plan/goals/", goal_views.goals, name="goals"),
    path("plan/goals/add/", goal_views.add_goal, name="add-goal"),
    path("plan/goals/<int:goal_id>/", goal_views.goal, name="goal"),
    path("plan/goals/<int:goal_id>/<slug:act>/", goal_views.act_on_goal, name="act-on-goal"),
    path("find/", views.find, name="find"),
]
