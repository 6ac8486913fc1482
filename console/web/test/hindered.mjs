// Starts an instance of no case that finds no way on, as a program beside Whistle would.
const MODEL = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" targetNamespace="http://test">
  <bpmn:process id="wayless" name="无路可走" isExecutable="true">
    <bpmn:startEvent id="Begin" />
    <bpmn:sequenceFlow id="Flow_1" sourceRef="Begin" targetRef="Choose" />
    <bpmn:exclusiveGateway id="Choose" name="哪条路?" />
    <bpmn:sequenceFlow id="Flow_2" sourceRef="Choose" targetRef="Done">
      <bpmn:conditionExpression>=way = 1</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:endEvent id="Done" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="Drawing"><bpmndi:BPMNPlane id="Plane" bpmnElement="wayless">
    <bpmndi:BPMNShape id="S1" bpmnElement="Begin"><dc:Bounds x="100" y="107" width="36" height="36" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="S2" bpmnElement="Choose"><dc:Bounds x="200" y="100" width="50" height="50" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="S3" bpmnElement="Done"><dc:Bounds x="320" y="107" width="36" height="36" /></bpmndi:BPMNShape>
    <bpmndi:BPMNEdge id="E1" bpmnElement="Flow_1"><di:waypoint x="136" y="125" /><di:waypoint x="200" y="125" /></bpmndi:BPMNEdge>
    <bpmndi:BPMNEdge id="E2" bpmnElement="Flow_2"><di:waypoint x="250" y="125" /><di:waypoint x="320" y="125" /></bpmndi:BPMNEdge>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;

export async function startHindered(rest) {
  const files = new FormData();
  files.append("resources", new Blob([MODEL], { type: "application/xml" }), "wayless.bpmn");
  await sent(`${rest}/v2/deployments`, { method: "POST", body: files });
  const body = JSON.stringify({ processDefinitionId: "wayless", variables: { way: "none" } });
  await sent(`${rest}/v2/process-instances`, { method: "POST", body, headers: { "Content-Type": "application/json" } });
}

async function sent(url, request) {
  const response = await fetch(url, request);
  if (!response.ok) {
    throw new Error(`${url}: ${response.status} ${await response.text()}`);
  }
}
