from django.urls import path

from turnpoint.apps.routes import views

app_name = "routes"
urlpatterns = [
    path("<int:destination_id>/brief.pdf", views.brief, name="brief"),
    path("<int:destination_id>/routes/", views.look, name="look"),
    path("<int:destination_id>/routes/pin/", views.pin, name="pin"),
    path("<int:destination_id>/routes/<int:pin_id>/unpin/", views.unpin, name="unpin"),
    path("<int:destination_id>/routes/<int:pin_id>/restore/", views.restore, name="restore"),
]
