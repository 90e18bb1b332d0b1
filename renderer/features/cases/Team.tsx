import { ActionIcon, Select, Text, Tooltip } from '@mantine/core';
import { IconUserMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../../../electron/core/features/cases/model.ts';
import { useCommand, useCore } from '../../app/core.ts';
import { formatDay } from '../../app/format.ts';
import { useMay } from '../../app/session.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import classes from './cases.module.css';

interface Props {
  readonly detail: CaseDetail;
  readonly past: boolean;
}

/** Who works on the case: nobody else sees it. */
export function Team({ detail, past }: Props) {
  const { t } = useTranslation('cases');
  const may = useMay('case.team') && !past;
  const { data: users } = useCore('users.list', {}, { enabled: may });
  const join = useCommand('cases.join');
  const leave = useCommand('cases.leave');
  const here = new Set(detail.team.map((member) => member.user));
  const others = (users ?? []).filter((user) => user.active && !here.has(user.id));
  const error = join.error ?? leave.error;
  return (
    <section className={classes.box}>
      <h3 className={classes.boxTitle}>{t('team.title')}</h3>
      {detail.team.map((member) => (
        <div key={member.user} className={classes.member}>
          <span className={classes.lines}>
            <span>{member.name}</span>
            <span className={classes.quiet}>{t('team.since', { day: formatDay(member.since) })}</span>
          </span>
          {may && detail.team.length > 1 && (
            <Tooltip label={t('team.leave', { name: member.name })}>
              <ActionIcon
                size="sm"
                color="gray"
                aria-label={t('team.leave', { name: member.name })}
                onClick={() => leave.mutate({ case: detail.id, user: member.user })}
              >
                <IconUserMinus size={15} />
              </ActionIcon>
            </Tooltip>
          )}
        </div>
      ))}
      {may && others.length > 0 && (
        <Select
          mt="xs"
          size="xs"
          searchable
          placeholder={t('team.join')}
          aria-label={t('team.join')}
          data={others.map((user) => ({ value: user.id, label: user.name }))}
          value={null}
          onChange={(user) => {
            if (user !== null) join.mutate({ case: detail.id, user });
          }}
        />
      )}
      <Text size="xs" c="dimmed" mt="xs">
        {t('team.help')}
      </Text>
      {error !== null && <ErrorNotice error={error} />}
    </section>
  );
}
