import classes from './bundles.module.css';

/** A SHA-256 in large groups of four, four rows of four: to be compared by eye, or read out, against the printed one. */
export function Fingerprint({ value }: { readonly value: string }) {
  return (
    <code className={classes.fingerprint}>
      {(value.match(/.{1,4}/g) ?? []).map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups of one fixed text
        <span key={index}>{group}</span>
      ))}
    </code>
  );
}
