export const about = "serve the web application";

export function run(): Promise<number> {
  process.stdout.write("serve: not built yet\n");
  return Promise.resolve(0);
}
