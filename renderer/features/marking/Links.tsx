import { Autocomplete, Button, Group, Select, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Link, LinkKind, LinkType } from '../../../electron/core/features/marking/model.ts';
import { useCommand, useCore } from '../../app/core.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { linkTypes } from './lists.ts';
import type { MarksProps } from './MarksSection.tsx';
import classes from './marking.module.css';
import { RemoveWithReason } from './RemoveWithReason.tsx';

const offered: readonly LinkKind[] = ['person', 'place', 'asset'];

/** Whom and what an exhibit is about: people of the case, and places and things by their names. */
export function Links({
  caseId,
  exhibit,
  readOnly,
  links,
}: MarksProps & { readonly links: readonly Link[] }) {
  const { t } = useTranslation('marking');
  const remove = useCommand('marking.unlink');
  return (
    <section>
      <Title order={3} className={classes.title}>
        {t('links')}
      </Title>
      {links.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noLinks')}
        </Text>
      )}
      {links.map((link) => (
        <Group key={link.id} gap="sm">
          <Text size="sm">
            {t(`linkType.${link.type}`)} <b>{link.name}</b>
            <Text span size="xs" c="dimmed">
              {' '}
              {t(`linkKind.${link.kind}`)}
            </Text>
          </Text>
          {!readOnly && (
            <RemoveWithReason
              label={t('remove')}
              pending={remove.isPending}
              onRemove={(reason) => remove.mutate({ case: caseId, exhibit, link: link.id, reason })}
            />
          )}
        </Group>
      ))}
      {!readOnly && <AddLink caseId={caseId} exhibit={exhibit} />}
      {remove.error !== null && <ErrorNotice error={remove.error} />}
    </section>
  );
}

function AddLink({ caseId, exhibit }: Pick<MarksProps, 'caseId' | 'exhibit'>) {
  const { t } = useTranslation('marking');
  const [kind, setKind] = useState<LinkKind>('person');
  const [type, setType] = useState<LinkType>('mentions');
  const [to, setTo] = useState('');
  const people = useCore('people.list', { case: caseId }).data ?? [];
  const known = useCore('marking.inCase', { case: caseId }).data;
  const link = useCommand('marking.link');
  const add = () =>
    link.mutate(
      { case: caseId, exhibit, toKind: kind, type, ...(kind === 'person' ? { to } : { toText: to }) },
      { onSuccess: () => setTo('') },
    );
  return (
    <Group align="flex-end" gap="xs" mt="xs" wrap="nowrap">
      <Select
        w={150}
        allowDeselect={false}
        label={t('linkHow')}
        data={linkTypes.map((value) => ({ value, label: t(`linkType.${value}`) }))}
        value={type}
        onChange={(value) => setType(linkTypes.find((each) => each === value) ?? 'mentions')}
      />
      <Select
        w={120}
        allowDeselect={false}
        label={t('linkTo')}
        data={offered.map((value) => ({ value, label: t(`linkKind.${value}`) }))}
        value={kind}
        onChange={(value) => {
          setKind(offered.find((each) => each === value) ?? 'person');
          setTo('');
        }}
      />
      {kind === 'person' ? (
        <Select
          flex={1}
          searchable
          aria-label={t('linkKind.person')}
          data={people.map((person) => ({ value: person.id, label: String(person.fields.name.value ?? '') }))}
          value={to === '' ? null : to}
          onChange={(value) => setTo(value ?? '')}
        />
      ) : (
        <Autocomplete
          flex={1}
          aria-label={t(`linkKind.${kind}`)}
          data={[...((kind === 'place' ? known?.places : known?.assets) ?? [])]}
          value={to}
          onChange={setTo}
        />
      )}
      <Button variant="default" disabled={to.trim() === ''} loading={link.isPending} onClick={add}>
        {t('tie')}
      </Button>
      {link.error !== null && <ErrorNotice error={link.error} />}
    </Group>
  );
}
