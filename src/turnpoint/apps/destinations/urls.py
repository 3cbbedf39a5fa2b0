from django.urls import path

from turnpoint.apps.destinations import assuming, guided, views

app_name = "destinations"
urlpatterns = [
    path("", views.list_all, name="list"),
    path("write/", guided.begin, name="write"),
    path("write/<int:number>/", guided.answer, name="step"),
    path("write/discard/", guided.discard, name="discard"),
    path("write/discard/undo/", guided.take_back, name="take-back"),
    path("<int:destination_id>/", views.read, name="read"),
    path("<int:destination_id>/assumptions/", assuming.change, name="assume"),
    path(
        "<int:destination_id>/assumptions/<int:number>/again/", assuming.again, name="assume-again"
    ),
    path("<int:destination_id>/edit/", views.revise, name="revise"),
    path("<int:destination_id>/revisions/", views.revisions, name="revisions"),
    path("<int:destination_id>/revisions/<int:number>/", views.revision, name="revision"),
    path(
        "<int:destination_id>/revisions/<int:number>/restore/",
        views.restore_revision,
        name="restore-revision",
    ),
    path("<int:destination_id>/compare/", views.compare, name="compare"),
    path("<int:destination_id>/activate/", views.activate, name="activate"),
    path("<int:destination_id>/archive/", views.archive, name="archive"),
    path("<int:destination_id>/unarchive/", views.unarchive, name="unarchive"),
    path("<int:destination_id>/remove/", views.remove, name="remove"),
    path("<int:destination_id>/restore/", views.restore, name="restore"),
]
