/** Words of the link for a place's staff. */
import { book } from './book';

export const linkWords = book(
  {
    title: '请场馆自己核对',
    intro: '做一个链接发给场馆的工作人员。他们打开后点一下“仍然正确”，核对日期就更新；别的什么也改不了。',
    office: '由谁核对（单位）',
    days: '链接多久有效',
    daysCount: (days: number) => `${days} 天`,
    make: '做链接',
    making: '正在做…',
    made: (day: string) => `链接有效到 ${day}。请现在复制：这里不再显示第二次。`,
    address: '链接',
    copy: '复制',
    copied: '已复制。',
    copyFailed: '没能复制，请自己选中再复制。',
    officeNeeded: '请写核对的单位，2 到 60 个字。',
  },
  {
    title: 'Let the place check itself',
    intro: 'Make a link for the people who work there. One tap on “Still right” moves the day of checking; the link can change nothing else.',
    office: 'Who checks (an office)',
    days: 'How long the link holds',
    daysCount: (days: number) => `${days} days`,
    make: 'Make a link',
    making: 'Making it…',
    made: (day: string) => `The link holds until ${day}. Copy it now: it is not shown a second time.`,
    address: 'Link',
    copy: 'Copy',
    copied: 'Copied.',
    copyFailed: 'It could not be copied; select it and copy it yourself.',
    officeNeeded: 'Name the office that checks, in 2 to 60 characters.',
  },
);
