from django.urls import path

from turnpoint.apps.accounts import views

app_name = "accounts"
urlpatterns = [
    path("sign-in/", views.sign_in, name="sign-in"),
    path("sign-out/", views.sign_out, name="sign-out"),
    path("settings/", views.settings_page, name="settings"),
    path("settings/time-zone/", views.time_zone_of_browser, name="time-zone"),
    path("sample-person/", views.become, name="become"),
]
