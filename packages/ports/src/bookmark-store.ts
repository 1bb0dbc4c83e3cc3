/** How far things that are read bit by bit have been read, kept from one start to the next. */
export interface BookmarkStore {
  /** The place that was written last; undefined before the first time. */
  read(name: string): Promise<string | undefined>;
  write(name: string, place: string): Promise<void>;
}
