from django.urls import path

from turnpoint.apps.plans import (
    aside_views,
    calendar_views,
    early_views,
    focus_views,
    goal_views,
    views,
    week_views,
)

app_name = "plans"
urlpatterns = [
    path("", views.today, name="today"),
    path("day/add/", focus_views.add, name="add"),
    path("day/<int:focus_id>/<slug:act>/", focus_views.act, name="act"),
    path("plan/", views.plan, name="plan"),
    path("aside/<slug:key>/", aside_views.put_aside, name="put-aside"),
    path("aside/<slug:key>/back/", aside_views.take_back, name="take-back"),
    path("plan/week/", week_views.week, name="week"),
    path("plan/week/<int:review_id>/", week_views.review, name="review"),
    path("plan/week/<int:review_id>/<slug:act>/", week_views.act_on_review, name="act-on-review"),
    path("week/<int:thing_id>/<slug:act>/", week_views.act_on_week, name="act-on-week"),
    path("settings/calendar/", calendar_views.calendar, name="calendar"),
    path("settings/calendar/address/", calendar_views.make_address, name="calendar-address"),
    path("settings/calendar/revoke/", calendar_views.revoke, name="calendar-revoke"),
    path("calendar/<str:token>.ics", calendar_views.feed, name="feed"),
    path("plan/first-days/", early_views.first_days, name="first-days"),
    path("plan/first-days/<slug:name>/goal/", early_views.make_goal, name="first-goal"),
    path("plan/first-days/<slug:name>/today/", early_views.do_today, name="first-today"),
    path("plan/goals/", goal_views.goals, name="goals"),
    path("plan/goals/add/", goal_views.add_goal, name="add-goal"),
    path("plan/goals/<int:goal_id>/", goal_views.goal, name="goal"),
    path("plan/goals/<int:goal_id>/<slug:act>/", goal_views.act_on_goal, name="act-on-goal"),
    path("find/", views.find, name="find"),
]
