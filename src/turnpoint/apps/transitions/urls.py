from django.urls import path

from turnpoint.apps.transitions import (
    before_views,
    criterion_views,
    decision_views,
    effect_views,
    exchange_views,
    money_views,
    option_views,
    part_views,
    past_views,
    people_views,
    preference_views,
    review_views,
    views,
)

app_name = "transitions"
urlpatterns = [
    path("", views.list_all, name="list"),
    path("open/", views.open_one, name="open"),
    path("bring-in/", exchange_views.bring_in_file, name="bring-in"),
    path("<int:transition_id>/file.toml", exchange_views.take_out, name="take-out"),
    path("past/", past_views.past, name="past"),
    path("past/write/", past_views.write_past, name="write-past"),
    path("past/<int:past_id>/", past_views.past_transition, name="past-transition"),
    path("past/<int:past_id>/remove/", past_views.remove_past, name="remove-past"),
    path("past/<int:past_id>/restore/", past_views.restore_past, name="restore-past"),
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
    path(
        "<int:transition_id>/options/from-route/<int:destination_id>/<int:pin_id>/",
        option_views.from_route,
        name="from-route",
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
    path("<int:transition_id>/effects/", effect_views.effects, name="effects"),
    path(
        "<int:transition_id>/effects/option/<int:part_id>/",
        effect_views.of_option,
        name="effects-of-option",
    ),
    path(
        "<int:transition_id>/effects/criterion/<int:part_id>/",
        effect_views.on_criterion,
        name="effects-on-criterion",
    ),
    path("<int:transition_id>/money/", money_views.household, name="money"),
    path("<int:transition_id>/money/<int:part_id>/", money_views.option_money, name="option-money"),
    path("<int:transition_id>/preferences/", preference_views.preferences, name="preferences"),
    path(
        "<int:transition_id>/preferences/trade-off/", preference_views.trade_off, name="trade-off"
    ),
    path("<int:transition_id>/preferences/numbers/", preference_views.swings, name="swings"),
    path("<int:transition_id>/before/", before_views.before, name="before"),
    path("<int:transition_id>/before/<int:part_id>/", before_views.way_back, name="way-back"),
    path("<int:transition_id>/questions/<int:part_id>/", before_views.finding, name="finding"),
    path(
        "<int:transition_id>/questions/<int:part_id>/tick-off/",
        before_views.tick_off,
        name="tick-off",
    ),
    path("<int:transition_id>/questions/<int:part_id>/untick/", before_views.untick, name="untick"),
    path("<int:transition_id>/decide/", decision_views.decide, name="decide"),
    path("<int:transition_id>/decision/", decision_views.decision, name="decision"),
    path("<int:transition_id>/review/", review_views.review, name="review"),
    path("<int:transition_id>/predictions/<int:part_id>/judge/", review_views.judge, name="judge"),
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
