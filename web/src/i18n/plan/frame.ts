/** Words of the planner's page: its frame, its states, and what went wrong. */
import { book } from '../edit/book';

export const planWords = book(
  {
    skip: '跳到数字和清单',
    panel: '数字和清单',

    tabs: '清单、图表与方案',
    towns: '镇街',
    districts: '区县',
    gaps: '缺口',
    charts: '图表',
    trial: '方案',

    computing: '计算中…',
    offline: '连不上服务器。',
    stale: '下面的数字还是上一个问题的，门槛仍可拖动。',
    busy: '服务器正忙，请过几秒再试。',
    refused: '服务器没有接受这个问题。',
    failed: '没有算成。',
    serverSays: '服务器的说明',
    startOver: '回到最初的问题',
    badLink: '链接里有看不懂的部分，已略过。',
    noSuchRole: '这座城市的地图上还没有这一类地点，所以没有一处有服务。换一类，或在“方案”里试着添一处。',
    sample: '示例数据：带“示例”的地点和位置是编出来的，只用来看这个页面怎么用。',
  },
  {
    skip: 'Skip to the figures and lists',
    panel: 'Figures and lists',

    tabs: 'Lists, charts and scenario',
    towns: 'Towns',
    districts: 'Districts',
    gaps: 'Gaps',
    charts: 'Charts',
    trial: 'Scenario',

    computing: 'Computing…',
    offline: 'The server cannot be reached.',
    stale: 'The figures below still answer the question before; the threshold can be dragged.',
    busy: 'The server is busy. Try again in a few seconds.',
    refused: 'The server did not take this question.',
    failed: 'It could not be worked out.',
    serverSays: 'What the server says',
    startOver: 'Back to the first question',
    badLink: 'Parts of the link made no sense and were left out.',
    noSuchRole: 'There are no places of this kind on this city’s map yet, so nobody is served. Choose another kind, or try adding a site under “Scenario”.',
    sample: 'Sample data: places and positions marked as examples are made up, only to show how this page works.',
  },
);
