import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('destinations', '0001_initial'),
        ('routes', '0001_initial'),
        ('skills', '0001_initial'),
        ('transitions', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='CalendarFeed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('space', models.UUIDField(default=uuid.uuid4)),
                ('digest', models.CharField(max_length=64, null=True, unique=True)),
                ('made_at', models.DateTimeField()),
                ('discreet', models.BooleanField(default=True)),
                ('review_day', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('review_at', models.TimeField(blank=True, null=True)),
                ('content', models.CharField(blank=True, max_length=64)),
                ('changed_at', models.DateTimeField()),
                ('owner', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='calendar_feed', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('review_at__isnull', True), ('review_day__isnull', True)), models.Q(('review_at__isnull', False), ('review_day__range', (0, 6))), _connector='OR'), name='calendar_review')],
            },
        ),
        migrations.CreateModel(
            name='Goal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('serves', models.CharField(blank=True, max_length=300)),
                ('year', models.PositiveSmallIntegerField()),
                ('quarter', models.PositiveSmallIntegerField()),
                ('slot', models.PositiveSmallIntegerField()),
                ('text', models.CharField(max_length=200)),
                ('know', models.CharField(max_length=300)),
                ('state', models.CharField(choices=[('open', 'open'), ('reached', 'reached'), ('let go', 'let go')], default='open', max_length=7)),
                ('word', models.CharField(blank=True, max_length=300)),
                ('closed_on', models.DateField(blank=True, null=True)),
                ('trashed_at', models.DateTimeField(blank=True, null=True)),
                ('carried_from', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='carried_to', to='plans.goal')),
                ('destination', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='destinations.destination')),
                ('experiment', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='destinations.experiment')),
                ('finding', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='transitions.finding')),
                ('opportunity', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='skills.opportunity')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('route', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='routes.routepin')),
                ('target', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='skills.skilltarget')),
                ('transition', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='transitions.transition')),
            ],
            options={
                'ordering': ('year', 'quarter', models.OrderBy(models.F('closed_on'), nulls_first=True), 'slot', 'pk'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'open'), ('trashed_at__isnull', True)), fields=('owner', 'year', 'quarter', 'slot'), name='goal_one_to_a_slot'), models.CheckConstraint(condition=models.Q(('slot__range', (1, 3))), name='goal_slot'), models.CheckConstraint(condition=models.Q(('quarter__range', (1, 4)), ('year__range', (1900, 2200))), name='goal_quarter'), models.CheckConstraint(condition=models.Q(models.Q(('text', ''), _negated=True), models.Q(('know', ''), _negated=True)), name='goal_said'), models.CheckConstraint(condition=models.Q(('state__in', ['open', 'reached', 'let go'])), name='goal_state'), models.CheckConstraint(condition=models.Q(models.Q(('closed_on__isnull', True), ('state', 'open')), models.Q(models.Q(('state', 'open'), _negated=True), ('closed_on__isnull', False)), _connector='OR'), name='goal_closed'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'let go'), _negated=True), models.Q(('word', ''), _negated=True), _connector='OR'), name='goal_let_go_with_a_word'), models.UniqueConstraint(condition=models.Q(('trashed_at__isnull', True)), fields=('carried_from',), name='goal_carried_once')],
            },
        ),
        migrations.CreateModel(
            name='PutAside',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=64)),
                ('at', models.DateTimeField()),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('owner', 'key'), name='put_aside_once')],
            },
        ),
        migrations.CreateModel(
            name='WeeklyReview',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('monday', models.DateField()),
                ('written_at', models.DateTimeField()),
                ('inside', models.TextField(blank=True, max_length=5000)),
                ('energy', models.TextField(blank=True, max_length=5000)),
                ('sure', models.TextField(blank=True, max_length=5000)),
                ('outside', models.TextField(blank=True, max_length=5000)),
                ('moved', models.JSONField(blank=True, default=dict)),
                ('trashed_at', models.DateTimeField(blank=True, null=True)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-monday',),
                'constraints': [models.UniqueConstraint(condition=models.Q(('trashed_at__isnull', True)), fields=('owner', 'monday'), name='weekly_review_once')],
            },
        ),
        migrations.CreateModel(
            name='CalendarEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.CharField(max_length=200)),
                ('content', models.CharField(max_length=64)),
                ('sequence', models.PositiveIntegerField(default=0)),
                ('changed_at', models.DateTimeField()),
                ('feed', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='plans.calendarfeed')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('feed', 'uid'), name='calendar_entry_once')],
            },
        ),
        migrations.CreateModel(
            name='WeekThing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('serves', models.CharField(blank=True, max_length=300)),
                ('monday', models.DateField()),
                ('slot', models.PositiveSmallIntegerField()),
                ('text', models.CharField(max_length=200)),
                ('trashed_at', models.DateTimeField(blank=True, null=True)),
                ('destination', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='destinations.destination')),
                ('experiment', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='destinations.experiment')),
                ('finding', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='transitions.finding')),
                ('goal', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='plans.goal')),
                ('opportunity', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='skills.opportunity')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('route', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='routes.routepin')),
                ('target', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='skills.skilltarget')),
                ('transition', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='transitions.transition')),
            ],
            options={
                'ordering': ('monday', 'slot', 'pk'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('trashed_at__isnull', True)), fields=('owner', 'monday', 'slot'), name='week_one_to_a_slot'), models.CheckConstraint(condition=models.Q(('slot__range', (1, 3))), name='week_slot'), models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='week_text')],
            },
        ),
        migrations.CreateModel(
            name='Focus',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('serves', models.CharField(blank=True, max_length=300)),
                ('day', models.DateField()),
                ('area', models.CharField(choices=[('work', 'at work'), ('home', 'at home')], max_length=4)),
                ('slot', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('text', models.CharField(max_length=200)),
                ('text_before', models.CharField(blank=True, max_length=200)),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('let_go_at', models.DateTimeField(blank=True, null=True)),
                ('trashed_at', models.DateTimeField(blank=True, null=True)),
                ('carried_from', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='carried_to', to='plans.focus')),
                ('destination', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='destinations.destination')),
                ('experiment', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='destinations.experiment')),
                ('finding', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='transitions.finding')),
                ('opportunity', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='skills.opportunity')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('route', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='routes.routepin')),
                ('target', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='skills.skilltarget')),
                ('transition', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='transitions.transition')),
                ('goal', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='things', to='plans.goal')),
                ('of_week', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='things', to='plans.weekthing')),
            ],
            options={
                'ordering': ('day', 'area', models.OrderBy(models.F('slot'), nulls_last=True), 'pk'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('slot__isnull', False), ('trashed_at__isnull', True)), fields=('owner', 'day', 'area', 'slot'), name='focus_one_to_a_slot'), models.CheckConstraint(condition=models.Q(('slot__isnull', True), models.Q(('area', 'work'), ('slot__range', (1, 3))), models.Q(('area', 'home'), ('slot', 1)), _connector='OR'), name='focus_slot'), models.CheckConstraint(condition=models.Q(('area__in', ['work', 'home'])), name='focus_area'), models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='focus_text'), models.UniqueConstraint(condition=models.Q(('trashed_at__isnull', True)), fields=('carried_from',), name='focus_carried_once')],
            },
        ),
    ]
