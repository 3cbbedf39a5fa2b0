from django.urls import path

from turnpoint.apps.destinations import assuming, beside_views, guided, views
from turnpoint.apps.destinations.experiments import (
    experiment_views,
    ledger_views,
    result_views,
    uncertainty_views,
)

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
    path("side-by-side/", beside_views.beside, name="beside"),
    path("<int:destination_id>/ledger/", ledger_views.ledger, name="ledger"),
    path("<int:destination_id>/questions/ask/", uncertainty_views.ask, name="ask"),
    path(
        "<int:destination_id>/questions/<int:uncertainty_id>/",
        uncertainty_views.uncertainty,
        name="uncertainty",
    ),
    path(
        "<int:destination_id>/questions/<int:uncertainty_id>/edit/",
        uncertainty_views.restate,
        name="restate",
    ),
    path(
        "<int:destination_id>/questions/<int:uncertainty_id>/again/<int:number>/",
        uncertainty_views.restate_as,
        name="restate-as",
    ),
    path(
        "<int:destination_id>/questions/<int:uncertainty_id>/stand/<str:standing>/",
        uncertainty_views.stand,
        name="stand",
    ),
    path(
        "<int:destination_id>/questions/<int:uncertainty_id>/experiment/",
        experiment_views.plan,
        name="plan-experiment",
    ),
    path(
        "<int:destination_id>/experiments/<int:experiment_id>/",
        experiment_views.experiment,
        name="experiment",
    ),
    path(
        "<int:destination_id>/experiments/<int:experiment_id>/edit/",
        experiment_views.replan,
        name="replan",
    ),
    path(
        "<int:destination_id>/experiments/<int:experiment_id>/again/<int:number>/",
        experiment_views.replan_as,
        name="replan-as",
    ),
    path(
        "<int:destination_id>/experiments/<int:experiment_id>/call-off/",
        experiment_views.call_off,
        name="call-off",
    ),
    path(
        "<int:destination_id>/experiments/<int:experiment_id>/result/",
        result_views.result,
        name="result",
    ),
    path(
        "<int:destination_id>/experiments/<int:experiment_id>/conclude/",
        result_views.conclude,
        name="conclude",
    ),
    path(
        "<int:destination_id>/experiments/<int:experiment_id>/leave/",
        result_views.leave_unchanged,
        name="leave-unchanged",
    ),
]
