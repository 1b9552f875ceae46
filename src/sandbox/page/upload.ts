/** The largest file the server takes, in MB. */
export const MAX_FILE_MB = 60

/** The first file that is too large to send. */
export function tooLargeFile(files: File[]): File | undefined {
  return files.find((file) => file.size > MAX_FILE_MB * 1024 * 1024)
}

/** A file's bytes in base64. */
export function readBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error ?? new Error(`Cannot read ${file.name}.`))
    reader.readAsDataURL(file)
  })
}
