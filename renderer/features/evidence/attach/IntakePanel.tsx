import type { IntakeState } from '../../../../electron/core/features/evidence/model.ts';
import classes from './attach.module.css';
import { IntakeCard } from './IntakeCard.tsx';
import { IntakeReport } from './IntakeReport.tsx';

interface Props {
  readonly intakes: readonly IntakeState[];
  readonly onPutAway: (intake: string) => void;
  readonly onOpen: (exhibit: string) => void;
}

/** What is being attached, waits to go on, or has just been attached. */
export function IntakePanel({ intakes, onPutAway, onOpen }: Props) {
  if (intakes.length === 0) return null;
  return (
    <div className={classes.panel}>
      {intakes.map((intake) =>
        intake.state === 'done' || intake.state === 'cancelled' ? (
          <IntakeReport key={intake.id} intake={intake} onPutAway={onPutAway} onOpen={onOpen} />
        ) : (
          <IntakeCard key={intake.id} intake={intake} />
        ),
      )}
    </div>
  );
}
