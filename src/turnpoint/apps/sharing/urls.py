from django.urls import path

from turnpoint.apps.sharing import household_views, received_views, views

app_name = "sharing"
urlpatterns = [
    path("sharing/", views.index, name="index"),
    path("sharing/share/", views.share, name="share"),
    path("sharing/record/", views.record, name="record"),
    path("sharing/<int:grant_id>/withdraw/", views.withdraw, name="withdraw"),
    path("sharing/remarks/<int:remark_id>/answer/", views.answer, name="answer"),
    path("sharing/remarks/<int:remark_id>/remove/", views.remove, name="remove"),
    path("sharing/remarks/<int:remark_id>/restore/", views.restore, name="restore"),
    path("sharing/from/<int:grant_id>/", received_views.received, name="received"),
    path("sharing/from/<int:grant_id>/give-back/", received_views.give_back, name="give-back"),
    path("sharing/from/<int:grant_id>/<slug:part>/", received_views.part, name="part"),
    path(
        "sharing/from/<int:grant_id>/<slug:part>/<int:object_id>/",
        received_views.part,
        name="part-of",
    ),
    path(
        "sharing/home/<int:transition_id>/<int:person_id>/",
        household_views.ask,
        name="ask-at-home",
    ),
    path("home/<str:token>/", household_views.household, name="household"),
]
