import django.db.models.deletion
from django.db import migrations, models
from django.utils import timezone

from turnpoint.apps.destinations import heading_triggers


def begin(apps, schema_editor):
    """Write where each destination stands today: nobody wrote down where it stood before."""
    now = timezone.now()
    heading = apps.get_model("destinations", "Heading")
    for each in apps.get_model("destinations", "Destination").objects.all():
        place = "ahead" if each.active else "beside"
        place = "aside" if each.archived_at else place
        place = "removed" if each.trashed_at else place
        heading.objects.create(destination=each, number=1, at=now, place=place)


class Migration(migrations.Migration):
    dependencies = [("destinations", "0005_ledger_stays")]

    operations = [
        migrations.CreateModel(
            name="Heading",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("at", models.DateTimeField()),
                (
                    "place",
                    models.CharField(
                        choices=[
                            ("ahead", "heading for it"),
                            ("beside", "beside another"),
                            ("aside", "laid aside"),
                            ("removed", "removed"),
                        ],
                        max_length=7,
                    ),
                ),
                (
                    "destination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="headings",
                        to="destinations.destination",
                    ),
                ),
            ],
            options={
                "ordering": ("destination", "number"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("destination", "number"), name="heading_number"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)), name="heading_number_from_one"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("place__in", ["ahead", "beside", "aside", "removed"])),
                        name="heading_place",
                    ),
                ],
            },
        ),
        migrations.RunPython(begin, migrations.RunPython.noop),
        migrations.RunPython(heading_triggers.create, heading_triggers.drop),
    ]
