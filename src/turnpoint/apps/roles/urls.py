from django.urls import path

from turnpoint.apps.roles import (
    calendar_views,
    log_views,
    other_views,
    ranking_views,
    statement_views,
    views,
)

app_name = "roles"
urlpatterns = [
    path("", views.role, name="role"),
    path("kinds/", views.kinds, name="kinds"),
    path("statement/", statement_views.statement, name="statement"),
    path("statement/revisions/", statement_views.statements, name="statements"),
    path("statement/revisions/<int:number>/", statement_views.state_again, name="state-again"),
    path("activities/", views.activities, name="activities"),
    path("activities/add/", views.add, name="add"),
    path("activities/pick/", views.pick, name="pick"),
    path("activities/week/", views.week, name="week"),
    path("activities/whole/", views.whole, name="whole"),
    path("activities/<int:activity_id>/", views.activity, name="activity"),
    path("activities/<int:activity_id>/remove/", views.remove, name="remove"),
    path("log/", log_views.log, name="log"),
    path("log/use/", log_views.use, name="use-log"),
    path("log/<int:entry_id>/", log_views.entry, name="log-entry"),
    path("log/<int:entry_id>/remove/", log_views.remove, name="remove-log-entry"),
    path("calendar/", calendar_views.calendar, name="calendar"),
    path("calendar/keep/", calendar_views.keep, name="keep-calendar"),
    path("calendar/use/", calendar_views.use, name="use-calendar"),
    path("calendar/forget/", calendar_views.forget, name="forget-calendar"),
    path("undo/<int:change_id>/", views.undo, name="undo"),
    path("ranking/", ranking_views.ranking, name="ranking"),
    path("ranking/begin/", ranking_views.begin, name="begin-ranking"),
    path("ranking/back/", ranking_views.back, name="back-in-ranking"),
    path("ranking/use/", ranking_views.use, name="use-ranking"),
    path("beside/", other_views.beside, name="beside"),
    path("beside/<int:other_id>/", other_views.other, name="other"),
    path("beside/<int:other_id>/add/", other_views.add_there, name="add-there"),
    path("beside/<int:other_id>/remove/", other_views.remove, name="remove-other"),
    path(
        "beside/<int:other_id>/<int:there_id>/remove/",
        other_views.remove_there,
        name="remove-there",
    ),
]
