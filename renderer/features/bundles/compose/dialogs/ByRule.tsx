import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rule } from '../../../../../electron/core/features/bundles/drafts/model.ts';
import type { ExhibitRow } from '../../../../../electron/core/features/evidence/model.ts';
import { useCore } from '../../../../app/core.ts';
import { Dialog } from '../../../../components/Dialog.tsx';
import { ErrorNotice } from '../../../../components/ErrorNotice.tsx';
import { exhibitsIn, type Sections } from '../work/work.ts';
import { useRules } from './useRules.ts';

interface Props {
  readonly caseId: string;
  readonly sections: Sections;
  readonly exhibits: readonly ExhibitRow[];
  readonly onClose: () => void;
  readonly onAdd: (title: string, exhibits: readonly string[]) => void;
}

/** A section of all exhibits that a rule finds; how many they are is told before any is added. */
export function ByRule({ caseId, sections, exhibits, onClose, onAdd }: Props) {
  const { t } = useTranslation('bundles');
  const rules = useRules(caseId, exhibits);
  const [by, setBy] = useState<Rule['by']>('all');
  const [value, setValue] = useState<string | null>(null);
  const [title, setTitle] = useState<string | null>(null);
  const kind = rules.find((each) => each.by === by) ?? rules[0];
  const rule = kind?.ruleOf(value ?? '') ?? null;
  const found = useCore(
    'bundles.byRule',
    { case: caseId, rule: rule ?? { by: 'all' } },
    { enabled: rule !== null },
  );
  const has = new Set(exhibitsIn(sections));
  const rows = rule === null ? undefined : found.data;
  const fresh = (rows ?? []).filter(({ id }) => !has.has(id));
  const usual = kind?.values.find((each) => each.value === value)?.label ?? t('rule.usualTitle');
  return (
    <Dialog title={t('rule.title')} size={560} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onAdd(
            (title ?? usual).trim(),
            fresh.map(({ id }) => id),
          );
        }}
      >
        <Stack gap="sm">
          <Select
            label={t('rule.which')}
            data-autofocus
            allowDeselect={false}
            value={by}
            data={rules.map((each) => ({ value: each.by, label: t(`rule.by.${each.by}`) }))}
            onChange={(next) => {
              setBy(rules.find((each) => each.by === next)?.by ?? 'all');
              setValue(null);
            }}
          />
          {kind !== undefined && by !== 'all' && (
            <Select
              label={t(`rule.value.${by}`)}
              placeholder={t('rule.choose')}
              nothingFoundMessage={t('rule.none')}
              searchable
              value={value}
              data={kind.values}
              onChange={setValue}
            />
          )}
          <TextInput
            label={t('compose.sectionTitle')}
            maxLength={200}
            value={title ?? usual}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          {found.error !== null && <ErrorNotice error={found.error} />}
          <Text size="sm" role="status">
            {rows !== undefined && t('rule.found', { count: rows.length, fresh: fresh.length })}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('compose.cancel')}
            </Button>
            <Button type="submit" disabled={fresh.length === 0}>
              {t('compose.addCount', { count: fresh.length })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
