"""Every address of the web application."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("turnpoint.apps.plans.urls")),
    path("", include("turnpoint.apps.accounts.urls")),
    path("account/", include("turnpoint.apps.accounts.team.urls")),
    path("profile/", include("turnpoint.apps.profiles.urls")),
    path("occupations/", include("turnpoint.apps.occupations.urls")),
    path("role/", include("turnpoint.apps.roles.urls")),
    path("destination/", include("turnpoint.apps.destinations.urls")),
    path("destination/", include("turnpoint.apps.routes.urls")),
    path("skills/", include("turnpoint.apps.skills.urls")),
    path("transition/", include("turnpoint.apps.transitions.urls")),
    path("", include("turnpoint.apps.sharing.urls")),
    path("facilitation/", include("turnpoint.apps.facilitation.urls")),
    path("your-data/", include("turnpoint.apps.archive.urls")),
]

handler400 = "turnpoint.apps.accounts.views.bad_request"
handler403 = "turnpoint.apps.accounts.views.forbidden"
handler404 = "turnpoint.apps.accounts.views.not_found"
handler429 = "turnpoint.apps.accounts.views.too_often"
handler500 = "turnpoint.apps.accounts.views.server_error"
