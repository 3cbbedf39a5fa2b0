from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="focus",
            name="text_before",
            field=models.CharField(blank=True, default="", max_length=200),
            preserve_default=False,
        )
    ]
