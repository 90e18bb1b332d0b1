interface Props {
  readonly caseId: string;
  readonly asOf?: string | undefined;
}

/** The journal of the case, readable. */
export function TimelinePage(_props: Props) {
  return null;
}
