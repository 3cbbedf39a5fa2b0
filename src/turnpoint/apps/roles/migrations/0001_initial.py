import django.core.serializers.json
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.text
import django.db.models.lookups
import turnpoint.apps.roles.stated
from django.conf import settings
from django.db import migrations, models

from turnpoint.apps.roles import triggers


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('profiles', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='CalendarTime',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('trashed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('since', models.DateField()),
                ('weeks', models.PositiveSmallIntegerField()),
                ('days', models.PositiveSmallIntegerField()),
                ('held', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='profiles.heldrole')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('pk',),
                'constraints': [models.CheckConstraint(condition=models.Q(('weeks__range', (1, 12))), name='calendar_time_weeks'), models.CheckConstraint(condition=models.Q(('days__gte', 1), ('days__lte', django.db.models.expressions.CombinedExpression(models.F('weeks'), '*', models.Value(7)))), name='calendar_time_days')],
            },
        ),
        migrations.CreateModel(
            name='Change',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('made_at', models.DateTimeField(auto_now_add=True)),
                ('undone_at', models.DateTimeField(blank=True, null=True)),
                ('before', models.JSONField(default=list, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='OtherRole',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('trashed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('name', models.CharField(max_length=120)),
                ('origin', models.CharField(choices=[('occupation', 'an occupation'), ('offer', 'an offer'), ('promotion', 'a promotion'), ('destination', 'my destination')], max_length=11)),
                ('words', models.TextField(blank=True, max_length=2000)),
                ('occupation_code', models.CharField(blank=True, max_length=10)),
                ('slot', models.PositiveSmallIntegerField()),
                ('held', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='profiles.heldrole')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('slot',),
                'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='other_role_name'), models.CheckConstraint(condition=models.Q(('origin__in', ['occupation', 'offer', 'promotion', 'destination'])), name='other_role_origin'), models.CheckConstraint(condition=models.Q(('slot__range', (0, 3))), name='other_role_slot'), models.UniqueConstraint(condition=models.Q(('trashed_at__isnull', True)), fields=('held', 'slot'), name='other_role_in_slot')],
            },
        ),
        migrations.CreateModel(
            name='Ranking',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('trashed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('items', models.JSONField(default=list)),
                ('seed', models.PositiveIntegerField()),
                ('held', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='profiles.heldrole')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('trashed_at__isnull', True)), fields=('held',), name='ranking_one_of_role')],
            },
        ),
        migrations.CreateModel(
            name='RoleActivity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('trashed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('name', models.CharField(max_length=120)),
                ('code', models.CharField(blank=True, max_length=24)),
                ('time', models.FloatField(default=0.0)),
                ('enjoyment', models.SmallIntegerField(blank=True, null=True)),
                ('strength', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('wanted', models.CharField(blank=True, choices=[('more', 'more of it'), ('same', 'as it is'), ('less', 'less of it')], max_length=4)),
                ('leading', models.BooleanField(blank=True, null=True)),
                ('repeatable', models.BooleanField(blank=True, null=True)),
                ('held', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='profiles.heldrole')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('pk',),
                'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='role_activity_name', violation_error_message='An activity needs a name.'), models.UniqueConstraint(django.db.models.functions.text.Lower('name'), models.F('held'), condition=models.Q(('trashed_at__isnull', True)), name='role_activity_once'), models.CheckConstraint(condition=models.Q(('time__range', (0, 1000))), name='role_activity_time', violation_error_message='Time cannot be below zero.'), models.CheckConstraint(condition=models.Q(('enjoyment__isnull', True), ('enjoyment__range', (-2, 2)), _connector='OR'), name='role_activity_enjoyment', violation_error_message='Enjoyment runs from −2 to 2.'), models.CheckConstraint(condition=models.Q(('strength__isnull', True), ('strength__range', (1, 5)), _connector='OR'), name='role_activity_strength', violation_error_message='Strength runs from 1 to 5.'), models.CheckConstraint(condition=models.Q(('wanted__in', ['', 'more', 'same', 'less'])), name='role_activity_wanted')],
            },
        ),
        migrations.CreateModel(
            name='RoleStatement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('held', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='profiles.heldrole')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='RoleWeek',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('trashed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('hours', models.FloatField(default=40.0)),
                ('unit', models.CharField(choices=[('percent', '% of my time'), ('hours', 'hours a week')], default='percent', max_length=7)),
                ('held', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='profiles.heldrole')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('trashed_at__isnull', True)), fields=('held',), name='role_one_week'), models.CheckConstraint(condition=models.Q(('hours__range', (1, 168))), name='role_week_hours', violation_error_message='A week has between 1 and 168 hours.'), models.CheckConstraint(condition=models.Q(('unit__in', ['percent', 'hours'])), name='role_week_unit')],
            },
        ),
        migrations.CreateModel(
            name='CalendarTotal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('trashed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('name', models.CharField(max_length=120)),
                ('minutes', models.PositiveIntegerField()),
                ('calendar', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='totals', to='roles.calendartime')),
                ('held', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='profiles.heldrole')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-minutes', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('calendar', 'name'), name='calendar_total_once'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='calendar_total_name'), models.CheckConstraint(condition=models.Q(('minutes__range', (1, 120960))), name='calendar_total_minutes')],
            },
        ),
        migrations.CreateModel(
            name='OtherActivity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('trashed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('name', models.CharField(max_length=120)),
                ('low', models.FloatField(blank=True, null=True)),
                ('high', models.FloatField(blank=True, null=True)),
                ('said', models.BooleanField(default=True)),
                ('enjoyment', models.SmallIntegerField(blank=True, null=True)),
                ('leading', models.BooleanField(blank=True, null=True)),
                ('repeatable', models.BooleanField(blank=True, null=True)),
                ('held', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='profiles.heldrole')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='roles.otherrole')),
                ('activity', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='roles.roleactivity')),
            ],
            options={
                'ordering': ('pk',),
                'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='other_activity_name'), models.UniqueConstraint(condition=models.Q(('trashed_at__isnull', True), ('activity__isnull', False)), fields=('other', 'activity'), name='other_activity_once'), models.CheckConstraint(condition=models.Q(models.Q(('high__isnull', True), ('low__isnull', True)), models.Q(('high__lte', 1), ('low__gte', 0), ('low__lte', models.F('high'))), _connector='OR'), name='other_activity_share', violation_error_message='A range runs from the least to the most.'), models.CheckConstraint(condition=models.Q(('enjoyment__isnull', True), ('enjoyment__range', (-2, 2)), _connector='OR'), name='other_activity_enjoyment', violation_error_message='Enjoyment runs from −2 to 2.')],
            },
        ),
        migrations.CreateModel(
            name='LogEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('trashed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('day', models.DateField()),
                ('words', models.CharField(blank=True, max_length=120)),
                ('minutes', models.PositiveSmallIntegerField()),
                ('energy', models.SmallIntegerField(blank=True, null=True)),
                ('engagement', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('held', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='profiles.heldrole')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('activity', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='roles.roleactivity')),
            ],
            options={
                'ordering': ('-day', '-pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('activity__isnull', True), models.Q(('words', ''), _negated=True)), models.Q(('activity__isnull', False), ('words', '')), _connector='OR'), name='log_entry_about_one_thing', violation_error_message='Say what the time went to.'), models.CheckConstraint(condition=models.Q(('minutes__range', (1, 1440))), name='log_entry_minutes', violation_error_message='A day has 24 hours; an entry has at least a minute.'), models.CheckConstraint(condition=models.Q(('energy__isnull', True), ('energy__range', (-2, 2)), _connector='OR'), name='log_entry_energy', violation_error_message='Energy runs from −2 to 2.'), models.CheckConstraint(condition=models.Q(('engagement__isnull', True), ('engagement__range', (1, 5)), _connector='OR'), name='log_entry_engagement', violation_error_message='Engagement runs from 1 to 5.')],
            },
        ),
        migrations.CreateModel(
            name='ChosenSet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('trashed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('number', models.PositiveSmallIntegerField()),
                ('shown', models.JSONField(default=list)),
                ('held', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='profiles.heldrole')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ranking', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='roles.ranking')),
                ('best', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='roles.roleactivity')),
                ('worst', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='roles.roleactivity')),
            ],
            options={
                'ordering': ('number',),
                'constraints': [models.UniqueConstraint(condition=models.Q(('trashed_at__isnull', True)), fields=('ranking', 'number'), name='chosen_set_once'), models.CheckConstraint(condition=models.Q(('best', models.F('worst')), _negated=True), name='chosen_set_of_two', violation_error_message='The best and the worst have to be two different ones.')],
            },
        ),
        migrations.CreateModel(
            name='StatementRevision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('saved_at', models.DateTimeField()),
                ('line', models.CharField(error_messages={'max_length': 'The line on a customs form has room for 60 characters.'}, max_length=60)),
                ('paragraph', models.TextField(blank=True, max_length=5000)),
                ('came', models.CharField(blank=True, choices=[(turnpoint.apps.roles.stated.Came['CHOSEN'], turnpoint.apps.roles.stated.Came['CHOSEN']), (turnpoint.apps.roles.stated.Came['EVOLVED'], turnpoint.apps.roles.stated.Came['EVOLVED'])], max_length=7)),
                ('values', models.TextField(blank=True, max_length=5000)),
                ('regrets', models.TextField(blank=True, max_length=5000)),
                ('changed', models.CharField(blank=True, max_length=300)),
                ('statement', models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name='revisions', to='roles.rolestatement')),
            ],
            options={
                'ordering': ('statement_id', 'number'),
                'constraints': [models.UniqueConstraint(fields=('statement', 'number'), name='statement_revision_number'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='statement_revision_from_one'), models.CheckConstraint(condition=models.Q(('line', ''), _negated=True), name='statement_revision_line'), models.CheckConstraint(condition=django.db.models.lookups.LessThanOrEqual(django.db.models.functions.text.Length('line'), 60), name='statement_revision_line_fits', violation_error_message='The line on a customs form has room for 60 characters.'), models.CheckConstraint(condition=models.Q(('came__in', ['', 'chosen', 'evolved'])), name='statement_revision_came')],
            },
        ),
        migrations.RunPython(triggers.create, triggers.drop),
    ]
