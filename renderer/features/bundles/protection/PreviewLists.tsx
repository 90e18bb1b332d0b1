import { ScrollArea, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProtectedPreview } from '../../../../electron/core/features/bundles/protection/preview-model.ts';
import { exhibitNumber } from '../../../components/exhibit-number.ts';
import classes from './protection.module.css';

/** More rows than this say no more: the report in the package names them all. */
const mostRows = 60;

/** Who is protected under which mark, and which exhibits that touches. */
export function PreviewLists({ preview }: { readonly preview: ProtectedPreview }) {
  const { t } = useTranslation('protection');
  const { people, exhibits } = preview;
  return (
    <ScrollArea.Autosize mah={190} type="auto" offsetScrollbars>
      <ul className={classes.list}>
        {people.slice(0, mostRows).map(({ id, name, mark, kinds }) => (
          <li key={id}>
            <b>{name}</b> → {mark}
            <Text size="xs" c="dimmed" span>
              {' '}
              ({kinds.map((kind) => t(`kind.${kind}`)).join(', ')})
            </Text>
          </li>
        ))}
      </ul>
      {exhibits.length > 0 && (
        <Text size="xs" fw={600} mt={6}>
          {t('form.exhibits', { count: exhibits.length })}
        </Text>
      )}
      <ul className={classes.list}>
        {exhibits.slice(0, mostRows).map(({ id, number, name, places, withheld }) => (
          <li key={id}>
            <b>{exhibitNumber(number)}</b> {name}
            <Text size="xs" c={withheld === null ? 'dimmed' : 'red'} span>
              {' · '}
              {withheld === null ? t('form.places', { count: places }) : t(`withheld.${withheld}`)}
            </Text>
          </li>
        ))}
      </ul>
      {Math.max(people.length, exhibits.length) > mostRows && <Text size="xs">{t('form.more')}</Text>}
    </ScrollArea.Autosize>
  );
}
