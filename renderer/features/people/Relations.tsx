import { ActionIcon, Button, Tooltip, UnstyledButton } from '@mantine/core';
import { IconLink, IconPlus, IconUnlink } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRow, Relation } from '../../../electron/core/features/people/model.ts';
import { useCore } from '../../app/core.ts';
import { useMay } from '../../app/session.ts';
import { useOfficeTerms } from '../../app/terms.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { AddRelation } from './AddRelation.tsx';
import { EndRelation } from './EndRelation.tsx';
import { nameOf } from './grouped.ts';
import classes from './people.module.css';

interface Props {
  readonly caseId: string;
  readonly person: PersonRow;
  readonly people: readonly PersonRow[];
  readonly past: string | undefined;
  readonly onOpen: (person: string) => void;
}

/** How this person stands to the others, read from this side. */
export function Relations({ caseId, person, people, past, onOpen }: Props) {
  const { t } = useTranslation('people');
  const { pack, language } = useOfficeTerms();
  const { data, error } = useCore('people.relations', { case: caseId, asOf: past });
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Relation | null>(null);
  const may = useMay('person.write') && past === undefined;
  const mine = (data ?? []).filter(({ from, to }) => from === person.id || to === person.id);
  const wording = (relation: Relation): string => {
    const type = pack?.relationTypes.find((each) => each.id === relation.type);
    if (type === undefined) return relation.type;
    return relation.from === person.id ? type.name[language] : type.inverse[language];
  };
  return (
    <section className={classes.box}>
      <h3 className={classes.boxTitle}>
        <IconLink size={16} stroke={1.6} />
        {t('relation.title')}
      </h3>
      {error !== null && <ErrorNotice error={error} />}
      {mine.length === 0 && <p className={classes.quiet}>{t('relation.none')}</p>}
      {mine.map((relation) => {
        const otherId = relation.from === person.id ? relation.to : relation.from;
        const other = people.find((each) => each.id === otherId);
        return (
          <div key={relation.id} className={classes.relation}>
            <div>
              {wording(relation)}{' '}
              <UnstyledButton className={classes.link} onClick={() => onOpen(otherId)}>
                {other === undefined ? otherId : nameOf(other)}
              </UnstyledButton>
              {relation.note !== '' && <div className={classes.quiet}>{relation.note}</div>}
            </div>
            {may && (
              <Tooltip label={t('relation.end')}>
                <ActionIcon
                  size="sm"
                  color="gray"
                  aria-label={t('relation.end')}
                  onClick={() => setEnding(relation)}
                >
                  <IconUnlink size={15} />
                </ActionIcon>
              </Tooltip>
            )}
          </div>
        );
      })}
      {may && people.length > 1 && (
        <Button
          mt="xs"
          size="compact-xs"
          variant="light"
          leftSection={<IconPlus size={13} />}
          onClick={() => setAdding(true)}
        >
          {t('relation.add')}
        </Button>
      )}
      {adding && (
        <AddRelation caseId={caseId} person={person} people={people} onClose={() => setAdding(false)} />
      )}
      {ending !== null && (
        <EndRelation caseId={caseId} relation={ending.id} onClose={() => setEnding(null)} />
      )}
    </section>
  );
}
