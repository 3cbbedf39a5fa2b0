import django.db.models.deletion
import turnpoint.apps.accounts.sealing
from django.conf import settings
from django.db import migrations, models

from turnpoint.apps.facilitation.triggers import TRIGGERS


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Engagement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('facilitator_name', models.CharField(max_length=160)),
                ('began_at', models.DateTimeField()),
                ('meant_to_end', models.DateField(blank=True, null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('ended_by_facilitator', models.BooleanField(default=False)),
                ('sponsor_name', models.CharField(blank=True, default='', max_length=120)),
                ('sponsor_digest', models.CharField(blank=True, default='', max_length=64)),
                ('facilitator', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-began_at', '-pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('facilitator__isnull', True), models.Q(('facilitator', models.F('owner')), _negated=True), _connector='OR'), name='engagement_of_two', violation_error_message='A facilitator is somebody else.'), models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True), ('facilitator__isnull', False)), fields=('owner', 'facilitator'), name='engagement_runs_once'), models.UniqueConstraint(condition=models.Q(('sponsor_digest', ''), _negated=True), fields=('sponsor_digest',), name='engagement_sponsor_link')],
            },
        ),
        migrations.CreateModel(
            name='Disposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agreed_for', models.DateField()),
                ('done_at', models.DateTimeField()),
                ('notes', models.PositiveIntegerField()),
                ('engagement', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='disposal', to='facilitation.engagement')),
            ],
        ),
        migrations.CreateModel(
            name='Agreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveSmallIntegerField()),
                ('roles', models.TextField(max_length=2000)),
                ('confidentiality', models.TextField(max_length=2000)),
                ('limits', models.TextField(max_length=2000)),
                ('told', models.TextField(max_length=1000)),
                ('retention_days', models.PositiveSmallIntegerField()),
                ('proposed_at', models.DateTimeField()),
                ('signed_by_person_at', models.DateTimeField(blank=True, null=True)),
                ('signed_by_facilitator_at', models.DateTimeField(blank=True, null=True)),
                ('engagement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agreements', to='facilitation.engagement')),
            ],
            options={
                'ordering': ('version',),
                'constraints': [models.UniqueConstraint(fields=('engagement', 'version'), name='agreement_version'), models.CheckConstraint(condition=models.Q(('retention_days__lte', 365)), name='agreement_retention', violation_error_message='Notes are kept for a year at most.')],
            },
        ),
        migrations.CreateModel(
            name='Examination',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveSmallIntegerField()),
                ('skills', turnpoint.apps.accounts.sealing.EncryptedTextField(max_length=10000)),
                ('difficulty', turnpoint.apps.accounts.sealing.EncryptedTextField(max_length=10000)),
                ('risk', turnpoint.apps.accounts.sealing.EncryptedTextField(max_length=10000)),
                ('signed_by', models.CharField(max_length=160)),
                ('signed_at', models.DateTimeField()),
                ('engagement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='examinations', to='facilitation.engagement')),
            ],
            options={
                'ordering': ('-version',),
                'constraints': [models.UniqueConstraint(fields=('engagement', 'version'), name='examination_version')],
            },
        ),
        migrations.CreateModel(
            name='FacilitatorNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', turnpoint.apps.accounts.sealing.EncryptedTextField(max_length=10000)),
                ('written_at', models.DateTimeField()),
                ('trashed_at', models.DateTimeField(blank=True, null=True)),
                ('engagement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='facilitation.engagement')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-written_at', '-pk'),
            },
        ),
        migrations.CreateModel(
            name='Goal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=300)),
                ('expected', models.CharField(max_length=300)),
                ('less', models.CharField(blank=True, default='', max_length=300)),
                ('more', models.CharField(blank=True, default='', max_length=300)),
                ('weight', models.PositiveSmallIntegerField(default=1)),
                ('level', models.SmallIntegerField(blank=True, null=True)),
                ('scored_at', models.DateTimeField(blank=True, null=True)),
                ('trashed_at', models.DateTimeField(blank=True, null=True)),
                ('engagement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='goals', to='facilitation.engagement')),
            ],
            options={
                'ordering': ('pk',),
                'constraints': [models.CheckConstraint(condition=models.Q(('weight__range', (1, 5))), name='facilitation_goal_weight', violation_error_message='A weight is 1 to 5.'), models.CheckConstraint(condition=models.Q(('level__isnull', True), ('level__in', (-2, -1, 0, 1, 2)), _connector='OR'), name='facilitation_goal_level'), models.CheckConstraint(condition=models.Q(models.Q(('text', ''), _negated=True), models.Q(('expected', ''), _negated=True)), name='facilitation_goal_said')],
            },
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('purposes', models.CharField(max_length=120)),
                ('meant_for', models.DateField()),
                ('starts_at', models.DateTimeField(blank=True, null=True)),
                ('minutes', models.PositiveSmallIntegerField(default=90)),
                ('place', models.CharField(blank=True, default='', max_length=200)),
                ('attended', models.CharField(choices=[('open', 'to come'), ('both', 'held'), ('missed', 'did not take place')], default='open', max_length=6)),
                ('changes', models.PositiveIntegerField(default=0)),
                ('called_off_from', models.DateTimeField(blank=True, null=True)),
                ('engagement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to='facilitation.engagement')),
            ],
            options={
                'ordering': ('number',),
                'constraints': [models.UniqueConstraint(fields=('engagement', 'number'), name='session_number'), models.CheckConstraint(condition=models.Q(('minutes__range', (15, 480))), name='session_minutes', violation_error_message='A session takes 15 minutes to 8 hours.')],
            },
        ),
        migrations.CreateModel(
            name='Reply',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', turnpoint.apps.accounts.sealing.EncryptedTextField(max_length=10000)),
                ('said_at', models.DateTimeField()),
                ('examination', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='replies', to='facilitation.examination')),
            ],
            options={
                'ordering': ('said_at', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='Question',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=400)),
                ('bank_key', models.CharField(blank=True, default='', max_length=60)),
                ('asked_at', models.DateTimeField()),
                ('answer', turnpoint.apps.accounts.sealing.EncryptedTextField(blank=True, default='', max_length=10000)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('shared', models.BooleanField(default=False)),
                ('engagement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='facilitation.engagement')),
                ('session', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='facilitation.session')),
            ],
            options={
                'ordering': ('-asked_at', '-pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='question_said')],
            },
        ),
        migrations.CreateModel(
            name='Note',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('shared', models.BooleanField(default=False)),
                ('by_facilitator', models.BooleanField(default=False)),
                ('text', turnpoint.apps.accounts.sealing.EncryptedTextField(max_length=10000)),
                ('written_at', models.DateTimeField()),
                ('trashed_at', models.DateTimeField(blank=True, null=True)),
                ('engagement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notes', to='facilitation.engagement')),
                ('session', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='facilitation.session')),
            ],
            options={
                'ordering': ('-written_at', '-pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('by_facilitator', False), ('shared', True), _connector='OR'), name='note_of_facilitator_is_shared')],
            },
        ),
        migrations.CreateModel(
            name='Commitment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=300)),
                ('due', models.DateField(blank=True, null=True)),
                ('state', models.CharField(choices=[('open', 'open'), ('kept', 'kept'), ('let go', 'let go'), ('carried', 'carried on')], default='open', max_length=7)),
                ('made_at', models.DateTimeField()),
                ('carried_from', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='facilitation.commitment')),
                ('engagement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='commitments', to='facilitation.engagement')),
                ('session', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='facilitation.session')),
            ],
            options={
                'ordering': ('made_at', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='commitment_said')],
            },
        ),
        migrations.RunPython(TRIGGERS.create, TRIGGERS.drop),
    ]
