import { ActionIcon, Text } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Collection } from '../../../../electron/core/features/marking/model.ts';
import { useCommand } from '../../../app/core.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { exhibitNumber } from '../../../components/exhibit-number.ts';
import { RemoveWithReason } from '../../marking/index.ts';
import { useAllExhibits } from '../data.ts';
import { ExhibitIcon } from '../items/CategoryIcon.tsx';
import classes from './collections.module.css';

interface Props {
  readonly caseId: string;
  readonly collection: Collection;
  readonly may: boolean;
}

/** The exhibits of a collection in its own order: up and down, or out of it with a reason. */
export function CollectedList({ caseId, collection, may }: Props) {
  const { t } = useTranslation('marking');
  const { data: all, error } = useAllExhibits(caseId);
  const byId = new Map((all ?? []).map((row) => [row.id, row]));
  const order = useCommand('marking.orderCollection');
  const collect = useCommand('marking.collect');
  const box = useRef<HTMLDivElement>(null);
  const { exhibits } = collection;
  const virtual = useVirtualizer({
    count: exhibits.length,
    getScrollElement: () => box.current,
    estimateSize: () => 36,
    overscan: 8,
  });
  const move = (from: number, by: 1 | -1) => {
    const next = [...exhibits];
    const [taken] = next.splice(from, 1);
    if (taken === undefined) return;
    next.splice(from + by, 0, taken);
    order.mutate({ case: caseId, collection: collection.id, exhibits: next });
  };
  const failed = error ?? order.error ?? collect.error;
  return (
    <>
      {failed !== null && <ErrorNotice error={failed} />}
      {exhibits.length === 0 && (
        <Text size="sm" c="dimmed" p="sm">
          {t('collections.empty')}
        </Text>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section ref={box} className={classes.list} tabIndex={0} aria-label={t('collections.exhibits')}>
        <ul className={classes.tall} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const id = exhibits[index] ?? '';
            const row = byId.get(id);
            return (
              <li key={id} className={classes.exhibit} style={{ transform: `translateY(${start}px)` }}>
                {row !== undefined && <ExhibitIcon of={row} size={16} />}
                <span className={classes.number}>{row === undefined ? '' : exhibitNumber(row.number)}</span>
                <span className={classes.words} title={row?.name}>
                  {row?.name}
                </span>
                {may && (
                  <>
                    <ActionIcon
                      size="sm"
                      color="gray"
                      aria-label={t('collections.up')}
                      title={t('collections.up')}
                      disabled={index === 0 || order.isPending}
                      onClick={() => move(index, -1)}
                    >
                      <IconChevronUp size={15} />
                    </ActionIcon>
                    <ActionIcon
                      size="sm"
                      color="gray"
                      aria-label={t('collections.down')}
                      title={t('collections.down')}
                      disabled={index === exhibits.length - 1 || order.isPending}
                      onClick={() => move(index, 1)}
                    >
                      <IconChevronDown size={15} />
                    </ActionIcon>
                    <RemoveWithReason
                      label={t('collections.takeOut')}
                      pending={collect.isPending}
                      onRemove={(reason) =>
                        collect.mutate({
                          case: caseId,
                          collection: collection.id,
                          add: [],
                          remove: [id],
                          reason,
                        })
                      }
                    />
                  </>
                )}
              </li>
            );
          })}
        </ul>
      </section>
    </>
  );
}
