export default function Home() {
  return <h1>清源</h1>;
}
