/** What a number of the planner's page counts: village units, people, a weight, or points. */
import { book } from '../edit/book';

export const countedWords = book(
  {
    village: (count: string) => `${count} 个村居`,
    villageName: '村居',
    villageUnserved: '个村居没有服务',
    villageAxis: '村居数',
    villageEach: '每个村居算 1，不是人口',

    people: (count: string) => `${count} 人`,
    peopleName: '人',
    peopleUnserved: '人没有服务',
    peopleAxis: '人数',
    peopleEach: '按这些点的人口算',

    weight: (count: string) => `权重 ${count}`,
    weightName: '权重',
    weightUnserved: '权重没有服务',
    weightAxis: '权重',
    weightEach: '按这些点的权重算，不是人口',

    point: (count: string) => `${count} 个点`,
    pointName: '点',
    pointUnserved: '个点没有服务',
    pointAxis: '点数',
    pointEach: '每个点算 1，不是人口',

    atPoints: (points: string, amount: string) => `${points}、${amount}`,
    sentence: (text: string) => `${text}。`,
  },
  {
    village: (count: string) => `${count} village units`,
    villageName: 'village units',
    villageUnserved: 'village units not served',
    villageAxis: 'number of village units',
    villageEach: 'each village unit counts 1; this is not population',

    people: (count: string) => `${count} people`,
    peopleName: 'people',
    peopleUnserved: 'people not served',
    peopleAxis: 'number of people',
    peopleEach: 'counted by the people of these points',

    weight: (count: string) => `weight ${count}`,
    weightName: 'units of weight',
    weightUnserved: 'units of weight not served',
    weightAxis: 'weight',
    weightEach: 'counted by the weights of these points; this is not population',

    point: (count: string) => `${count} points`,
    pointName: 'points',
    pointUnserved: 'points not served',
    pointAxis: 'number of points',
    pointEach: 'each point counts 1; this is not population',

    atPoints: (points: string, amount: string) => `${points}, ${amount}`,
    sentence: (text: string) => `${text}.`,
  },
);
