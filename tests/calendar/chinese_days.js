// What the npm package chinese-days says of every day from the first argument to the second, as JSON by date.

import chineseDays from "chinese-days";

const [first, last] = process.argv.slice(2);
const days = {};
for (let day = new Date(`${first}T00:00:00Z`); ; day.setUTCDate(day.getUTCDate() + 1)) {
  const date = day.toISOString().slice(0, 10);
  const { work, name } = chineseDays.getDayDetail(date);
  days[date] = { work, name, inLieu: chineseDays.isInLieu(date) };
  if (date >= last) break;
}
console.log(JSON.stringify(days));
