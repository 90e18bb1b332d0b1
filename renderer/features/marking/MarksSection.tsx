import { Stack } from '@mantine/core';
import { useCore } from '../../app/core.ts';
import { useMay } from '../../app/session.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Collections } from './Collections.tsx';
import { Links } from './Links.tsx';
import { Notes } from './Notes.tsx';
import { Redactions } from './Redactions.tsx';
import { Tags } from './Tags.tsx';

export interface MarksProps {
  readonly caseId: string;
  readonly exhibit: string;
  /** The exhibit as it once stood, or a person who may not: nothing is marked then. */
  readonly readOnly: boolean;
}

interface Props {
  readonly caseId: string;
  readonly exhibit: string;
  readonly past: boolean;
}

/** What people have put to an exhibit: words, collections, notes, ties, and what is kept back of copies. The original stays as it is. */
export function MarksSection({ caseId, exhibit, past }: Props) {
  const readOnly = !useMay('case.amend') || past;
  const { data, error } = useCore('marking.show', { case: caseId, exhibit });
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return null;
  const at = { caseId, exhibit, readOnly };
  return (
    <Stack gap="lg" maw={720}>
      <Tags {...at} tags={data.tags} />
      <Collections {...at} collections={data.collections} />
      <Notes {...at} notes={data.notes} />
      <Links {...at} links={data.links} />
      <Redactions {...at} redactions={data.redactions} />
    </Stack>
  );
}
