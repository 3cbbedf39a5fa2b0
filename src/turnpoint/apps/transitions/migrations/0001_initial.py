import django.core.validators
import django.db.models.deletion
import turnpoint.apps.accounts.sealing
from django.conf import settings
from django.db import migrations, models

from turnpoint.apps.transitions.triggers import TRIGGERS


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('roles', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Transition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.CharField(max_length=300)),
                ('kind', models.CharField(choices=[('offer', 'an offer'), ('promotion', 'a promotion'), ('relocation', 'a relocation'), ('leave-and-search', 'leave and search'), ('search-while-employed', 'search while employed'), ('own-business', 'a business of my own'), ('study', 'study'), ('internal-move', 'an internal move'), ('break', 'a break'), ('other', 'something else')], default='other', max_length=24)),
                ('opened', models.DateField()),
                ('deadline', models.DateField(blank=True, null=True)),
                ('currency', models.CharField(default='USD', max_length=3, validators=[django.core.validators.RegexValidator('\\A[A-Z]{3}\\Z', 'A currency is three capital letters, such as EUR.')])),
                ('horizon', models.PositiveSmallIntegerField(default=60)),
                ('facts', models.CharField(blank=True, max_length=300)),
                ('household', models.JSONField(blank=True, default=dict)),
                ('foreseen', turnpoint.apps.accounts.sealing.EncryptedJSONField(blank=True, default=dict)),
                ('signals', turnpoint.apps.accounts.sealing.EncryptedJSONField(blank=True, default=list)),
                ('status', models.CharField(choices=[('open', 'open'), ('decided', 'decided'), ('reviewed', 'reviewed'), ('abandoned', 'laid aside')], default='open', max_length=9)),
                ('trashed_at', models.DateTimeField(blank=True, null=True)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='transitions', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('question', ''), _negated=True), name='transition_question'), models.CheckConstraint(condition=models.Q(('kind__in', ['offer', 'promotion', 'relocation', 'leave-and-search', 'search-while-employed', 'own-business', 'study', 'internal-move', 'break', 'other'])), name='transition_kind'), models.CheckConstraint(condition=models.Q(('status__in', ['open', 'decided', 'reviewed', 'abandoned'])), name='transition_status'), models.CheckConstraint(condition=models.Q(('horizon__range', (6, 240))), name='transition_horizon', violation_error_message='The horizon lies between 6 and 240 months.')],
            },
        ),
        migrations.CreateModel(
            name='PastTransition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.CharField(max_length=300)),
                ('kind', models.CharField(choices=[('offer', 'an offer'), ('promotion', 'a promotion'), ('relocation', 'a relocation'), ('leave-and-search', 'leave and search'), ('search-while-employed', 'search while employed'), ('own-business', 'a business of my own'), ('study', 'study'), ('internal-move', 'an internal move'), ('break', 'a break'), ('other', 'something else')], default='other', max_length=24)),
                ('year', models.PositiveSmallIntegerField()),
                ('chosen', models.CharField(blank=True, max_length=300)),
                ('made_hard', turnpoint.apps.accounts.sealing.EncryptedTextField(blank=True, max_length=5000)),
                ('how_decided', turnpoint.apps.accounts.sealing.EncryptedTextField(blank=True, max_length=5000)),
                ('led_to', turnpoint.apps.accounts.sealing.EncryptedTextField(blank=True, max_length=5000)),
                ('again', models.BooleanField(blank=True, null=True)),
                ('trashed_at', models.DateTimeField(blank=True, null=True)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='past_transitions', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-year', '-pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('question', ''), _negated=True), name='past_question'), models.CheckConstraint(condition=models.Q(('kind__in', ['offer', 'promotion', 'relocation', 'leave-and-search', 'search-while-employed', 'own-business', 'study', 'internal-move', 'break', 'other'])), name='past_kind'), models.CheckConstraint(condition=models.Q(('year__range', (1930, 2100))), name='past_year', violation_error_message='Give the year in four figures, as 2014.')],
            },
        ),
        migrations.CreateModel(
            name='Criterion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('trashed_at', models.DateTimeField(blank=True, null=True)),
                ('slot', models.PositiveSmallIntegerField()),
                ('key', models.CharField(max_length=40)),
                ('name', models.CharField(max_length=160)),
                ('unit', models.CharField(blank=True, max_length=60)),
                ('better', models.CharField(default='more', max_length=4)),
                ('worst', models.FloatField(blank=True, null=True)),
                ('best', models.FloatField(blank=True, null=True)),
                ('shape', models.CharField(default='linear', max_length=9)),
                ('points', models.JSONField(blank=True, default=list)),
                ('levels', models.JSONField(blank=True, default=list)),
                ('measure', models.CharField(blank=True, max_length=24)),
                ('rank', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('swing', models.FloatField(blank=True, null=True)),
                ('give', models.FloatField(default=10.0)),
                ('scale_before', models.JSONField(blank=True, null=True)),
                ('scale_changed_at', models.DateTimeField(blank=True, null=True)),
                ('transition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='transitions.transition')),
            ],
            options={
                'ordering': ('slot',),
                'constraints': [models.UniqueConstraint(fields=('transition', 'key'), name='criterion_key'), models.UniqueConstraint(condition=models.Q(('trashed_at__isnull', True)), fields=('transition', 'slot'), name='criterion_slot'), models.CheckConstraint(condition=models.Q(('slot__lt', 20)), name='criterion_at_most_twenty', violation_error_message='A transition holds at most 20 criteria.'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='criterion_name'), models.CheckConstraint(condition=models.Q(('better__in', ('more', 'less'))), name='criterion_better'), models.CheckConstraint(condition=models.Q(('shape__in', ('linear', 'piecewise', 'levels'))), name='criterion_shape'), models.CheckConstraint(condition=models.Q(('swing__isnull', True), ('swing__range', (0, 100)), _connector='OR'), name='criterion_swing', violation_error_message='The number lies between 0 and 100.'), models.CheckConstraint(condition=models.Q(('give__range', (0, 100))), name='criterion_give', violation_error_message='The give lies between 0 and 100.'), models.CheckConstraint(condition=models.Q(('worst__isnull', True), ('worst__range', (-1000000000000000.0, 1000000000000000.0)), _connector='OR'), name='criterion_worst', violation_error_message='This is not a number that can be reckoned with.'), models.CheckConstraint(condition=models.Q(('best__isnull', True), ('best__range', (-1000000000000000.0, 1000000000000000.0)), _connector='OR'), name='criterion_best', violation_error_message='This is not a number that can be reckoned with.')],
            },
        ),
        migrations.CreateModel(
            name='Option',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('trashed_at', models.DateTimeField(blank=True, null=True)),
                ('slot', models.PositiveSmallIntegerField()),
                ('key', models.CharField(max_length=40)),
                ('name', models.CharField(max_length=160)),
                ('stays', models.BooleanField(default=False)),
                ('note', turnpoint.apps.accounts.sealing.EncryptedTextField(blank=True, max_length=5000)),
                ('route', models.CharField(blank=True, max_length=300)),
                ('occupation', models.CharField(blank=True, max_length=10)),
                ('area', models.CharField(blank=True, max_length=7)),
                ('origin', models.CharField(blank=True, max_length=300)),
                ('money', models.JSONField(blank=True, default=dict)),
                ('way_back', turnpoint.apps.accounts.sealing.EncryptedJSONField(blank=True, default=dict)),
                ('transition', models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name='options', to='transitions.transition')),
            ],
            options={
                'ordering': ('slot',),
                'constraints': [models.UniqueConstraint(fields=('transition', 'key'), name='option_key'), models.UniqueConstraint(condition=models.Q(('trashed_at__isnull', True)), fields=('transition', 'slot'), name='option_slot'), models.CheckConstraint(condition=models.Q(('slot__lt', 12)), name='option_at_most_twelve', violation_error_message='A transition holds at most 12 options.'), models.CheckConstraint(condition=models.Q(models.Q(('slot', 0), ('stays', True), ('trashed_at__isnull', True)), models.Q(('slot__gt', 0), ('stays', False)), _connector='OR'), name='option_stays_first', violation_error_message='Staying is always an option, and cannot be removed.'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='option_name')],
            },
        ),
        migrations.CreateModel(
            name='Finding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('trashed_at', models.DateTimeField(blank=True, null=True)),
                ('key', models.CharField(max_length=40)),
                ('text', models.CharField(max_length=300)),
                ('about', models.JSONField(blank=True, default=list)),
                ('ask', models.CharField(blank=True, max_length=300)),
                ('cost', models.FloatField(default=0.0)),
                ('days', models.PositiveSmallIntegerField(default=1)),
                ('by', models.DateField(blank=True, null=True)),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('answer', turnpoint.apps.accounts.sealing.EncryptedTextField(blank=True, max_length=5000)),
                ('transition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='transitions.transition')),
            ],
            options={
                'ordering': ('pk',),
                'constraints': [models.UniqueConstraint(fields=('transition', 'key'), name='finding_key'), models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='finding_text'), models.CheckConstraint(condition=models.Q(('cost__range', (0, 1000000000000.0))), name='finding_cost', violation_error_message='What finding out costs cannot be below zero.')],
            },
        ),
        migrations.CreateModel(
            name='AffectedPerson',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('trashed_at', models.DateTimeField(blank=True, null=True)),
                ('key', models.CharField(max_length=40)),
                ('name', models.CharField(max_length=120)),
                ('relation', models.CharField(blank=True, max_length=120)),
                ('transition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='transitions.transition')),
            ],
            options={
                'ordering': ('pk',),
                'constraints': [models.UniqueConstraint(fields=('transition', 'key'), name='affected_key'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='affected_name')],
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('recorded_at', models.DateTimeField()),
                ('option_name', models.CharField(max_length=160)),
                ('reasons', turnpoint.apps.accounts.sealing.EncryptedTextField(max_length=5000)),
                ('assumed', turnpoint.apps.accounts.sealing.EncryptedTextField(blank=True, max_length=5000)),
                ('signals', turnpoint.apps.accounts.sealing.EncryptedTextField(blank=True, max_length=5000)),
                ('file', turnpoint.apps.accounts.sealing.EncryptedTextField()),
                ('answers', turnpoint.apps.accounts.sealing.EncryptedJSONField(blank=True, default=dict)),
                ('prediction_count', models.PositiveSmallIntegerField(default=0)),
                ('day_count', models.PositiveSmallIntegerField(default=0)),
                ('option', models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='transitions.option')),
                ('transition', models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name='decisions', to='transitions.transition')),
            ],
            options={
                'ordering': ('transition_id', 'number'),
                'constraints': [models.UniqueConstraint(fields=('transition', 'number'), name='decision_number'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='decision_number_from_one'), models.CheckConstraint(condition=models.Q(('reasons', ''), _negated=True), name='decision_reasons')],
            },
        ),
        migrations.CreateModel(
            name='TradeOff',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('trashed_at', models.DateTimeField(blank=True, null=True)),
                ('first', models.JSONField(default=dict)),
                ('second', models.JSONField(default=dict)),
                ('prefers', models.CharField(default='same', max_length=6)),
                ('set_aside_at', models.DateTimeField(blank=True, null=True)),
                ('first_criterion', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='transitions.criterion')),
                ('second_criterion', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='transitions.criterion')),
                ('transition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='transitions.transition')),
            ],
            options={
                'ordering': ('pk',),
                'constraints': [models.CheckConstraint(condition=models.Q(('prefers__in', ('first', 'second', 'same'))), name='trade_off_prefers'), models.CheckConstraint(condition=models.Q(('first_criterion', models.F('second_criterion')), _negated=True), name='trade_off_of_two', violation_error_message='A trade-off needs two different criteria.')],
            },
        ),
        migrations.CreateModel(
            name='Voice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('trashed_at', models.DateTimeField(blank=True, null=True)),
                ('effect', turnpoint.apps.accounts.sealing.EncryptedTextField(blank=True, max_length=5000)),
                ('limit', turnpoint.apps.accounts.sealing.EncryptedTextField(blank=True, max_length=5000)),
                ('said', models.DateField(blank=True, null=True)),
                ('grant_number', models.PositiveBigIntegerField(blank=True, null=True)),
                ('option', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='transitions.option')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='voices', to='transitions.affectedperson')),
                ('transition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='transitions.transition')),
            ],
            options={
                'ordering': ('pk',),
                'constraints': [models.CheckConstraint(condition=models.Q(('effect', ''), ('limit', ''), _negated=True), name='voice_says_something', violation_error_message='Write down what was said, or take the line out.')],
            },
        ),
        migrations.CreateModel(
            name='LovedTime',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('low', models.FloatField()),
                ('likely', models.FloatField()),
                ('high', models.FloatField()),
                ('taken_at', models.DateTimeField()),
                ('before', turnpoint.apps.accounts.sealing.EncryptedJSONField(blank=True, default=dict)),
                ('criterion', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='transitions.criterion')),
                ('other', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='roles.otherrole')),
                ('option', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='transitions.option')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('option', 'criterion'), name='loved_time_once'), models.CheckConstraint(condition=models.Q(('high__lte', 100), ('low__gte', 0), ('likely__lte', models.F('high')), ('low__lte', models.F('likely'))), name='loved_time_range')],
            },
        ),
        migrations.CreateModel(
            name='Effect',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('low', models.FloatField(blank=True, null=True)),
                ('likely', models.FloatField(blank=True, null=True)),
                ('high', models.FloatField(blank=True, null=True)),
                ('sure', models.FloatField(default=0.9)),
                ('levels', models.JSONField(blank=True, default=list)),
                ('variable', models.CharField(blank=True, max_length=40)),
                ('unknown', models.BooleanField(default=False)),
                ('source', models.CharField(blank=True, max_length=300)),
                ('note', turnpoint.apps.accounts.sealing.EncryptedTextField(blank=True, max_length=5000)),
                ('criterion', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='effects', to='transitions.criterion')),
                ('option', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='effects', to='transitions.option')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('option', 'criterion'), name='effect_cell'), models.CheckConstraint(condition=models.Q(('sure__range', (0.5, 0.99))), name='effect_sure', violation_error_message='How sure you are lies between 50 and 99 %.'), models.CheckConstraint(condition=models.Q(('low__isnull', True), ('low__range', (-1000000000000000.0, 1000000000000000.0)), _connector='OR'), name='effect_low', violation_error_message='This is not a number that can be reckoned with.'), models.CheckConstraint(condition=models.Q(('likely__isnull', True), ('likely__range', (-1000000000000000.0, 1000000000000000.0)), _connector='OR'), name='effect_likely', violation_error_message='This is not a number that can be reckoned with.'), models.CheckConstraint(condition=models.Q(('high__isnull', True), ('high__range', (-1000000000000000.0, 1000000000000000.0)), _connector='OR'), name='effect_high', violation_error_message='This is not a number that can be reckoned with.')],
            },
        ),
        migrations.CreateModel(
            name='Prediction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('statement', turnpoint.apps.accounts.sealing.EncryptedTextField(max_length=300)),
                ('chance', models.FloatField()),
                ('due', models.DateField()),
                ('option', models.CharField(blank=True, max_length=40)),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name='predictions', to='transitions.decision')),
            ],
            options={
                'ordering': ('decision_id', 'position'),
                'constraints': [models.UniqueConstraint(fields=('decision', 'position'), name='prediction_position'), models.CheckConstraint(condition=models.Q(('statement', ''), _negated=True), name='prediction_statement'), models.CheckConstraint(condition=models.Q(('chance__range', (0, 1))), name='prediction_chance', violation_error_message='A chance lies between 0 and 100 per cent.')],
            },
        ),
        migrations.CreateModel(
            name='ReviewDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('on', models.DateField()),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name='review_days', to='transitions.decision')),
            ],
            options={
                'ordering': ('decision_id', 'position'),
                'constraints': [models.UniqueConstraint(fields=('decision', 'position'), name='review_day_position')],
            },
        ),
        migrations.CreateModel(
            name='Addition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField()),
                ('text', turnpoint.apps.accounts.sealing.EncryptedTextField(max_length=5000)),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name='additions', to='transitions.decision')),
            ],
            options={
                'ordering': ('pk',),
                'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='addition_text')],
            },
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('trashed_at', models.DateTimeField(blank=True, null=True)),
                ('written_on', models.DateField()),
                ('process', models.CharField(choices=[('good', 'well'), ('mixed', 'partly'), ('poor', 'badly')], max_length=5)),
                ('process_words', turnpoint.apps.accounts.sealing.EncryptedTextField(blank=True, max_length=5000)),
                ('luck', models.CharField(choices=[('good', 'well'), ('mixed', 'partly'), ('poor', 'badly')], max_length=5)),
                ('luck_words', turnpoint.apps.accounts.sealing.EncryptedTextField(blank=True, max_length=5000)),
                ('led_to', turnpoint.apps.accounts.sealing.EncryptedTextField(blank=True, max_length=5000)),
                ('learnt', turnpoint.apps.accounts.sealing.EncryptedTextField(blank=True, max_length=5000)),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name='reviews', to='transitions.decision')),
                ('day', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='reviews', to='transitions.reviewday')),
                ('transition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='transitions.transition')),
            ],
            options={
                'ordering': ('pk',),
                'constraints': [models.UniqueConstraint(condition=models.Q(('trashed_at__isnull', True), ('day__isnull', False)), fields=('day',), name='review_of_day'), models.CheckConstraint(condition=models.Q(('process__in', ['good', 'mixed', 'poor'])), name='review_process'), models.CheckConstraint(condition=models.Q(('luck__in', ['good', 'mixed', 'poor'])), name='review_luck')],
            },
        ),
        migrations.CreateModel(
            name='Outcome',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('trashed_at', models.DateTimeField(blank=True, null=True)),
                ('came_true', models.BooleanField()),
                ('judged_on', models.DateField()),
                ('note', turnpoint.apps.accounts.sealing.EncryptedTextField(blank=True, max_length=5000)),
                ('prediction', models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name='outcomes', to='transitions.prediction')),
                ('transition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='transitions.transition')),
            ],
            options={
                'ordering': ('pk',),
                'constraints': [models.UniqueConstraint(condition=models.Q(('trashed_at__isnull', True)), fields=('prediction',), name='outcome_of_prediction')],
            },
        ),
        migrations.RunPython(TRIGGERS.create, TRIGGERS.drop),
    ]
