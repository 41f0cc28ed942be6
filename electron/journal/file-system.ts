/** A file open for reading and writing at any place. */
export interface DiskFile {
  size(): Promise<number>
  /** Fills `target` from `position`; rejects when the file is shorter or the disk cannot read. */
  read(target: Uint8Array, position: number): Promise<void>
  /** Resolves when every byte was taken by the system, which is not yet the disk. */
  write(bytes: Uint8Array, position: number): Promise<void>
  /** Resolves when what was written, and the size that reading it back needs, is on the disk. */
  fdatasync(): Promise<void>
  close(): Promise<void>
}

/** All the journal asks of a file system, so that a test can take its place and fail where it likes. */
export interface FileSystem {
  /** Makes the folder, and those above it, for this account only; each new name is on the disk when it resolves. */
  makeFolder(folder: string): Promise<void>
  /** The same text for the same folder, whatever path leads to it. */
  identifyFolder(folder: string): Promise<string>
  list(folder: string): Promise<readonly string[]>
  /** Opens the file, or creates it empty, readable by this account only. */
  open(path: string): Promise<DiskFile>
  /** Resolves when the names in the folder are on the disk. */
  syncFolder(folder: string): Promise<void>
  remove(path: string): Promise<void>
}
