from django.urls import path

from turnpoint.apps.skills import opportunity_views, plan_views, views

app_name = "skills"
urlpatterns = [
    path("", views.skills, name="skills"),
    path("take/", views.take, name="take"),
    path("give-back/", views.give_back, name="give-back"),
    path("new/", views.new, name="new"),
    path("<int:target_id>/", views.read, name="read"),
    path("<int:target_id>/change/", views.change, name="change"),
    path("<int:target_id>/remove/", views.remove, name="remove"),
    path("<int:target_id>/restore/", views.restore, name="restore"),
    path("<int:target_id>/assess/", views.assess, name="assess"),
    path("said/<int:assessment_id>/correct/", views.correct, name="correct"),
    path("said/<int:assessment_id>/withdraw/", views.withdraw, name="withdraw"),
    path("said/<int:assessment_id>/say-again/", views.say_again, name="say-again"),
    path("opportunities/", opportunity_views.opportunities, name="opportunities"),
    path("opportunities/new/", opportunity_views.new, name="new-opportunity"),
    path("opportunities/<int:opportunity_id>/", opportunity_views.opportunity, name="opportunity"),
    path(
        "opportunities/<int:opportunity_id>/remove/",
        opportunity_views.remove,
        name="remove-opportunity",
    ),
    path(
        "opportunities/<int:opportunity_id>/restore/",
        opportunity_views.restore,
        name="restore-opportunity",
    ),
    path("opportunities/<int:opportunity_id>/done/", opportunity_views.finish, name="finish"),
    path("opportunities/<int:opportunity_id>/not-done/", opportunity_views.reopen, name="reopen"),
    path("plan/", plan_views.plan, name="plan"),
    path("plan/progress/", plan_views.progress, name="plan-progress"),
    path("plan/limits/", plan_views.limits, name="plan-limits"),
    path("plan/search/", plan_views.search_anew, name="search-anew"),
    path("plan/accept/", plan_views.accept, name="accept-plan"),
    path("plan/of/<int:opportunity_id>/<slug:act>/", plan_views.edit, name="edit-plan"),
    path("plan/accepted/<int:number>/", plan_views.accepted_plan, name="accepted"),
    path("plan/accepted/<int:number>/withdraw/", plan_views.withdraw, name="withdraw-plan"),
    path("plan/accepted/<int:number>/restore/", plan_views.restore, name="restore-plan"),
]
