import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('destinations', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='RoutePin',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('path', models.CharField(max_length=80)),
                ('figures', models.JSONField()),
                ('facts', models.CharField(max_length=400)),
                ('pinned_at', models.DateTimeField()),
                ('trashed_at', models.DateTimeField(blank=True, null=True)),
                ('destination', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pinned_routes', to='destinations.destination')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pinned_routes', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('destination_id', 'pinned_at', 'pk'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('trashed_at__isnull', True)), fields=('destination', 'path'), name='route_pinned_once', violation_error_message='This route is pinned already.'), models.CheckConstraint(condition=models.Q(('path__contains', ',')), name='route_path')],
            },
        ),
    ]
