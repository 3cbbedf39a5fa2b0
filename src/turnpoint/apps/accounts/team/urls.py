"""The addresses of accounts; outside team mode there is nothing at any of them."""

from allauth.socialaccount.providers.openid_connect.urls import urlpatterns as single_sign_on
from django.urls import include, path

from turnpoint.apps.accounts.team import views

urlpatterns = [
    path("invited/<str:token>/", views.invited, name="account_invited"),
    path("people/", views.people, name="account_people"),
    path("people/<int:person_id>/close/", views.close, name="account_close"),
    path("people/<int:person_id>/open/", views.open_again, name="account_open_again"),
    path("people/<int:person_id>/make/", views.make, name="account_make_administrator"),
    path("people/<int:person_id>/unmake/", views.unmake, name="account_unmake_administrator"),
    path("invitations/<int:invitation_id>/withdraw/", views.withdraw, name="account_uninvite"),
    path("", include("allauth.account.urls")),
    path("second-factor/", include("allauth.mfa.urls")),
    path("sign-on/", include("allauth.socialaccount.urls")),
    path("sessions/", include("allauth.usersessions.urls")),
    *single_sign_on,
]
