from django.urls import path

from turnpoint.apps.plans import views

app_name = "plans"
urlpatterns = [
    path("", views.today, name="today"),
    path("plan/", views.plan, name="plan"),
    path("find/", views.find, name="find"),
]
