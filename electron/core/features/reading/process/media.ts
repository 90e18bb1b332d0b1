import { parseFromTokenizer } from 'music-metadata';
import { AbstractTokenizer, EndOfStreamError, type IReadChunkOptions } from 'strtok3';
import type { Content } from './content.ts';
import type { Ending } from './protocol.ts';
import { ending, items, summary } from './reader.ts';

/** Sound and film: how long, how made, and what its tags say. Reads here and there, never the whole. */
export async function readMedia(content: Content): Promise<Ending> {
  const { format, common } = await parseFromTokenizer(new ContentTokenizer(content), { skipCovers: true });
  const track = format.trackInfo?.find((each) => each.video !== undefined)?.video;
  return ending(
    {
      items: items('media', {
        Duration: format.duration === undefined ? undefined : `${format.duration.toFixed(3)} s`,
        Container: format.container,
        Codec: format.codec,
        SampleRate: format.sampleRate,
        Channels: format.numberOfChannels,
        Bitrate: format.bitrate === undefined ? undefined : Math.round(format.bitrate),
        Width: track?.pixelWidth,
        Height: track?.pixelHeight,
        CreationTime: format.creationTime,
        ModificationTime: format.modificationTime,
        Tool: format.tool,
        Title: common.title,
        Artist: common.artist,
        Album: common.album,
        Year: common.year,
        Date: common.date,
        Comment: common.comment?.map((each) => each.text ?? ''),
        EncodedBy: common.encodedby,
      }),
      summary: summary({
        seconds: format.duration,
        takenAt: format.creationTime?.toISOString(),
        width: track?.pixelWidth,
        height: track?.pixelHeight,
      }),
    },
    { hasText: false },
  );
}

/** Lets the parser read anywhere in the content. */
class ContentTokenizer extends AbstractTokenizer {
  readonly fileInfo: { readonly size: number; readonly mimeType: string };
  readonly #content: Content;

  constructor(content: Content) {
    super();
    this.#content = content;
    this.fileInfo = { size: content.size, mimeType: content.type };
  }

  supportsRandomAccess(): boolean {
    return true;
  }

  setPosition(position: number): void {
    this.position = position;
  }

  async readBuffer(into: Uint8Array, options?: IReadChunkOptions): Promise<number> {
    const { position } = this.normalizeOptions(into, options);
    const read = await this.peekBuffer(into, options);
    this.position = position + read;
    return read;
  }

  async peekBuffer(into: Uint8Array, options?: IReadChunkOptions): Promise<number> {
    const { position, length, mayBeLess } = this.normalizeOptions(into, options);
    const bytes = await this.#content.read(position, position + length);
    if (mayBeLess !== true && bytes.length < length) throw new EndOfStreamError();
    into.set(bytes);
    return bytes.length;
  }
}
