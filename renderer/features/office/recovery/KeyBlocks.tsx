import classes from './KeyBlocks.module.css';

/** The key in groups that can be read aloud and copied by hand; the last one is typed back. */
export function KeyBlocks({ blocks }: { readonly blocks: readonly string[] }) {
  const [prefix, ...groups] = blocks;
  return (
    <div className={classes.key}>
      <div className={classes.prefix}>{prefix}</div>
      <div className={classes.groups}>
        {groups.map((group, index) => (
          <span key={group} data-last={index === groups.length - 1}>
            {group}
          </span>
        ))}
      </div>
    </div>
  );
}
