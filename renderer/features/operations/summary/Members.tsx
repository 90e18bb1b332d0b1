import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconUserMinus, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  MemberRole,
  memberRoles,
  OperationMember,
} from '../../../../electron/core/features/operations/model.ts';
import { useCommand } from '../../../app/core.ts';
import { formatDay } from '../../../app/format.ts';
import { useMay } from '../../../app/session.ts';
import { ActDialog } from '../form/ActDialog.tsx';
import { Choice, Long } from '../form/fields.tsx';
import { useForm } from '../form/useForm.ts';
import classes from '../operations.module.css';
import { Box } from '../parts.tsx';
import type { InDialog, InOperation } from '../types.ts';
import { useReaders } from '../useReaders.ts';

const roles: typeof memberRoles = ['prosecutor', 'handler', 'investigator', 'other'];
const roleOf = (text: string): MemberRole => roles.find((each) => each === text) ?? 'other';

/** Who is in the operation: nobody else sees a trace of it. */
export function Members({ operation }: InOperation) {
  const { t } = useTranslation('operations');
  const may = useMay('operation.authorise');
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<OperationMember | null>(null);
  return (
    <Box
      title={t('members.title')}
      actions={
        may ? (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconUserPlus size={14} />}
            onClick={() => setAdding(true)}
          >
            {t('members.add')}
          </Button>
        ) : undefined
      }
    >
      {operation.members.map((member) => (
        <div key={member.user} className={classes.item}>
          <span className={classes.lines}>
            <span>{member.name}</span>
            <span className={classes.quiet}>
              {t(`as.${member.as}`)} · {t('since', { day: formatDay(member.since) })}
            </span>
          </span>
          {may && operation.members.length > 1 && (
            <Tooltip label={t('members.remove', { name: member.name })}>
              <ActionIcon
                size="sm"
                color="gray"
                aria-label={t('members.remove', { name: member.name })}
                onClick={() => setRemoving(member)}
              >
                <IconUserMinus size={15} />
              </ActionIcon>
            </Tooltip>
          )}
        </div>
      ))}
      <p className={classes.quiet}>{t('members.help')}</p>
      {adding && <Add operation={operation} onClose={() => setAdding(false)} />}
      {removing !== null && (
        <Remove operation={operation} member={removing} onClose={() => setRemoving(null)} />
      )}
    </Box>
  );
}

function Add({ operation, onClose }: InDialog) {
  const { t } = useTranslation('operations');
  const add = useCommand('operations.addMember');
  const readers = useReaders();
  const form = useForm({ user: '', as: 'investigator' }, ['user', 'as']);
  const { user, as } = form.values;
  return (
    <ActDialog
      title={t('members.add')}
      save={t('members.addDo')}
      act={add}
      form={form}
      onSave={() => add.mutate({ operation: operation.id, user, as: roleOf(as) }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Choice
        form={form}
        name="user"
        first
        options={readers.filter(({ value }) => !operation.members.some((each) => each.user === value))}
      />
      <Choice
        form={form}
        name="as"
        options={roles.map((role) => ({ value: role, label: t(`as.${role}`) }))}
      />
    </ActDialog>
  );
}

function Remove({ operation, member, onClose }: InDialog & { readonly member: OperationMember }) {
  const { t } = useTranslation('operations');
  const remove = useCommand('operations.removeMember');
  const form = useForm({ reason: '' }, ['reason']);
  const reason = form.values.reason.trim();
  return (
    <ActDialog
      title={t('members.remove', { name: member.name })}
      help={t('members.removeHelp')}
      save={t('members.removeDo')}
      act={remove}
      form={form}
      onSave={() =>
        remove.mutate({ operation: operation.id, user: member.user, reason }, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      <Long form={form} name="reason" first />
    </ActDialog>
  );
}
