from django.urls import path

from turnpoint.apps.transitions import (
    criterion_views,
    option_views,
    part_views,
    people_views,
    views,
)

app_name = "transitions"
urlpatterns = [
    path("", views.list_all, name="list"),
    path("open/", views.open_one, name="open"),
    path("<int:transition_id>/", views.read, name="read"),
    path("<int:transition_id>/edit/", views.edit, name="edit"),
    path("<int:transition_id>/lay-aside/", views.lay_aside, name="lay-aside"),
    path("<int:transition_id>/take-up/", views.take_up, name="take-up"),
    path("<int:transition_id>/remove/", views.remove, name="remove"),
    path("<int:transition_id>/restore/", views.restore, name="restore"),
    path("<int:transition_id>/options/", option_views.options, name="options"),
    path(
        "<int:transition_id>/options/from-occupation/",
        option_views.from_occupation,
        name="from-occupation",
    ),
    path("<int:transition_id>/options/<int:part_id>/", option_views.option, name="option"),
    path("<int:transition_id>/people/", people_views.people, name="people"),
    path("<int:transition_id>/people/<int:part_id>/", people_views.person, name="person"),
    path("<int:transition_id>/criteria/", criterion_views.criteria, name="criteria"),
    path("<int:transition_id>/criteria/add/", criterion_views.add, name="add-criterion"),
    path(
        "<int:transition_id>/criteria/<int:part_id>/", criterion_views.criterion, name="criterion"
    ),
    path(
        "<int:transition_id>/criteria/<int:part_id>/take-back-scale/",
        criterion_views.take_back_scale,
        name="take-back-scale",
    ),
    path(
        "<int:transition_id>/<slug:kind>/<int:part_id>/remove/",
        part_views.remove,
        name="remove-part",
    ),
    path(
        "<int:transition_id>/<slug:kind>/<int:part_id>/restore/",
        part_views.restore,
        name="restore-part",
    ),
]
