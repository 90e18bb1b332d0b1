import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../app/core.ts';
import { useMay } from '../../../app/session.ts';
import { ActDialog } from '../form/ActDialog.tsx';
import { Long } from '../form/fields.tsx';
import { useForm } from '../form/useForm.ts';
import classes from '../operations.module.css';
import { Box } from '../parts.tsx';
import type { InDialog, InOperation } from '../types.ts';

/** Whether the case's team may know that sealed material exists, and nothing beyond. */
export function CaseTold({ operation }: InOperation) {
  const { t } = useTranslation('operations');
  const may = useMay('operation.authorise');
  const [changing, setChanging] = useState(false);
  const { caseTold } = operation;
  return (
    <Box title={t('told.title')}>
      <p className={classes.quiet}>{t(caseTold ? 'told.yes' : 'told.no')}</p>
      {may && (
        <Button size="compact-sm" variant="default" onClick={() => setChanging(true)}>
          {t(caseTold ? 'told.hide' : 'told.tell')}
        </Button>
      )}
      {changing && <Change operation={operation} onClose={() => setChanging(false)} />}
    </Box>
  );
}

function Change({ operation, onClose }: InDialog) {
  const { t } = useTranslation('operations');
  const tell = useCommand('operations.tellCase');
  const form = useForm({ reason: '' }, ['reason']);
  const { id, caseTold } = operation;
  return (
    <ActDialog
      title={t(caseTold ? 'told.hide' : 'told.tell')}
      help={t(caseTold ? 'told.hideHelp' : 'told.tellHelp')}
      save={t(caseTold ? 'told.hideDo' : 'told.tellDo')}
      act={tell}
      form={form}
      onSave={() =>
        tell.mutate(
          { operation: id, told: !caseTold, reason: form.values.reason.trim() },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <Long form={form} name="reason" first />
    </ActDialog>
  );
}
